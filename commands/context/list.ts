import type { Operation } from '../../src/command/operation.ts';
import { timeText } from '../../src/i18n/time.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { roleText } from '../../src/i18n/words.ts';
import type { ContextSettings } from '../../src/session/context-settings.ts';
import type { Holder } from '../../src/session/credentials.ts';

interface ContextRow extends ContextSettings {
  name: string;
  current: boolean;
  /** Who signed in from here, as far as is known without asking the platform; null when nobody has a token. */
  signedIn: { holder: Holder | null; endsAt: string | null; store: 'file' | 'keyring' } | null;
}

export const list: Operation<{ items: ContextRow[] }> = {
  id: 'context.list',
  summary: {
    zh: '列出可用的平台与身份:地址、谁登录、到何时、写保护、颜色',
    en: 'list platforms and identities: address, who is signed in, until when, guard, colour',
  },
  effect: 'local',
  examples: ['district context list', 'district context list --json name,signedIn'],
  async *run() {
    const { findPlaces } = await import('../../src/session/places.ts');
    const { readSettings } = await import('../../src/session/settings.ts');
    const { listCredentials } = await import('../../src/session/credentials.ts');
    const { configDir } = findPlaces(process.env);
    const { contexts = {}, currentContext = 'sandbox' } = readSettings(configDir);
    const credentials = listCredentials(configDir);
    const items = Object.entries(contexts).map(([name, context]): ContextRow => {
      const kept = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
      const isForHere = kept?.origin === new URL(context.url).origin;
      return {
        name,
        ...context,
        current: name === currentContext,
        signedIn:
          kept && isForHere
            ? {
                holder: kept.holder ?? null,
                endsAt: kept.endsAt ?? null,
                store: 'store' in kept ? kept.store : 'file',
              }
            : null,
      };
    });
    yield { status: 'done', value: { items } };
  },
  print: {
    columns: [
      { header: { zh: '当前', en: 'CURRENT' }, cell: ({ current }: ContextRow) => (current ? '*' : '') },
      { header: { zh: '名称', en: 'NAME' }, cell: ({ name }: ContextRow) => name, whole: true },
      { header: { zh: '地址', en: 'ADDRESS' }, cell: ({ url }: ContextRow) => url },
      { header: { zh: '登录', en: 'SIGNED IN' }, cell: who },
      {
        header: { zh: '到', en: 'UNTIL' },
        cell: ({ signedIn }: ContextRow) => (signedIn?.endsAt ? timeText(signedIn.endsAt) : ''),
        priority: 2,
        whole: true,
      },
      {
        header: { zh: '写保护', en: 'GUARD' },
        cell: ({ guard }: ContextRow, language) =>
          guard ? (language === 'zh' ? '须输名称' : 'type its name') : '',
        priority: 1,
      },
      {
        header: { zh: '颜色', en: 'COLOUR' },
        cell: ({ colour }: ContextRow) => colour ?? '',
        priority: 3,
      },
    ],
    rows: (value) => value.items,
  },
};

function who({ signedIn }: ContextRow, language: Language): string {
  const zh = language === 'zh';
  if (signedIn === null) return zh ? '未登录' : 'nobody';
  const { holder } = signedIn;
  if (holder === null) return zh ? '有令牌' : 'a token';
  return `${holder.region} ${holder.name} ${roleText(holder.role, language)}`.trim();
}
