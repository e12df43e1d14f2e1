import type { Operator } from '@district/contract/types.ts';
import type { Operation } from '../../src/command/operation.ts';
import { timeText } from '../../src/i18n/time.ts';
import { roleText } from '../../src/i18n/words.ts';

interface Myself {
  operator: Operator;
  /** The context's name; null for an address of the environment. */
  context: string | null;
  url: string;
}

export const whoami: Operation<Myself> = {
  id: 'whoami',
  summary: {
    zh: '我是谁:姓名、岗位、辖区、平台、环境、权限范围、到何时',
    en: 'who one is: name, post, region, platform, context, scopes, until when',
  },
  effect: 'read',
  examples: ['district whoami', 'district whoami --json operator'],
  async *run(_input, context) {
    const { value, from } = context.setting('currentContext');
    const client = await context.client();
    const operator = await client.me(context.signal);
    const name = from === 'DISTRICT_URL' ? null : String(value);
    yield { status: 'done', value: { operator, context: name, url: client.url } };
  },
  print: {
    lines: ({ operator, context, url }, language) => {
      const zh = language === 'zh';
      const { name, role, region, unit, bearer } = operator;
      const kinds = {
        session: { zh: '会话', en: 'session' },
        token: { zh: '脚本令牌', en: 'script’s token' },
      };
      // A later platform may know more kinds.
      const kind = Object.hasOwn(kinds, bearer.kind) ? kinds[bearer.kind][language] : bearer.kind;
      const row = (word: string, value: string) => `${word}${' '.repeat(zh ? 2 : 10 - word.length)}${value}`;
      return [
        row(zh ? '姓名' : 'name', name),
        row(zh ? '岗位' : 'post', roleText(role, language)),
        row(zh ? '辖区' : 'region', `${region.name} ${region.code}`),
        ...(unit ? [row(zh ? '单位' : 'unit', unit.name)] : []),
        row(zh ? '平台' : 'platform', url),
        row(zh ? '环境' : 'context', context ?? 'DISTRICT_URL'),
        row(
          zh ? '凭据' : 'by',
          `${kind}${bearer.expiresAt ? ` ${zh ? '最迟到' : 'until'} ${timeText(bearer.expiresAt)}` : ''}`,
        ),
        row(zh ? '范围' : 'scopes', bearer.scopes?.join(' ') ?? (zh ? '本人全部' : 'all one may')),
      ];
    },
  },
};
