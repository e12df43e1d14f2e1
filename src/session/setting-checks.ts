import { nearest } from '@district/contract/filter/nearest.ts';
import { PAGE_SIZE_MAX } from '@district/contract/limits.ts';
import { LANGUAGES } from '../i18n/translate.ts';
import { type ContextSettings, isContext } from './context-settings.ts';

/** Where tokens are kept: a file that only its owner reads, or the keyring of the system. */
const CREDENTIAL_STORES = ['file', 'keyring'] as const;

const ON_OFF = ['on', 'off'] as const;
/** How text gets to the clipboard: where the terminal seems to allow it, always, never. */
const CLIPBOARDS = ['auto', 'osc52', 'off'] as const;
export type ClipboardWish = (typeof CLIPBOARDS)[number];
/** How addresses are shown: as links where the terminal seems to know them, always, never. */
const LINKS = ['auto', 'on', 'off'] as const;
export type LinkWish = (typeof LINKS)[number];
const COLORS = ['auto', 'always', 'never'] as const;
/** What stands behind the text; `auto` asks the terminal. */
const THEMES = ['auto', 'dark', 'light'] as const;
/** Columns of `…` and `“`; `auto` asks the terminal. */
const AMBIGUOUS_WIDTHS = ['auto', '1', '2'] as const;
/** When the terminal's bell rings: never, when an urgent request comes in, or also when something passes its statutory deadline. */
const BELLS = ['off', 'urgent', 'all'] as const;
export type BellWish = (typeof BELLS)[number];
const SWITCHES = ['yes', 'no'] as const;
/** Views a person can keep: more than a menu shows on one screen would not be found again. */
const VIEWS_MAX = 100;

/** What a person chose; holds no secret. */
export interface Settings {
  language?: string;
  currentContext?: string;
  /** Rows of a list when none is asked for. */
  pageSize?: number;
  color?: string;
  /** The program that shows what is longer than the window; empty for none. */
  pager?: string;
  credentialStore?: string;
  /** Keys of the console by what they do: `filter=F3,/ mark=x`; read by the console, which knows the names. */
  keys?: string;
  /** Whether the console takes the mouse: the wheel scrolls by rows then, and the terminal's own selection needs Shift. */
  mouse?: string;
  clipboard?: string;
  /** Whether addresses are links. */
  links?: string;
  theme?: string;
  ambiguousWidth?: string;
  /** Whether the console is read aloud: lines as they come, nothing painted over. */
  screenReader?: string;
  bell?: string;
  /** Whether the window's title counts what has come up. */
  title?: string;
  contexts?: Readonly<Record<string, ContextSettings>>;
  /** Filters by the name a person gave them. */
  views?: Readonly<Record<string, string>>;
}

interface Check {
  /** What is wanted, in words that follow "must be". */
  wants: { en: string; zh: string };
  holds: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const oneOf = (choices: readonly string[]): Check => ({
  wants: { en: `one of ${choices.join(', ')}`, zh: `${choices.join('、')} 之一` },
  holds: (value) => isText(value) && choices.includes(value as string),
});
const text: Check = { wants: { en: 'a text', zh: '文字' }, holds: isText };

const SETTING_CHECKS: Readonly<Record<keyof Settings, Check>> = {
  language: oneOf(LANGUAGES),
  currentContext: text,
  pageSize: {
    wants: { en: `a whole number from 1 to ${PAGE_SIZE_MAX}`, zh: `1 到 ${PAGE_SIZE_MAX} 的整数` },
    holds: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= PAGE_SIZE_MAX,
  },
  color: oneOf(COLORS),
  pager: text,
  credentialStore: oneOf(CREDENTIAL_STORES),
  keys: text,
  mouse: oneOf(ON_OFF),
  clipboard: oneOf(CLIPBOARDS),
  links: oneOf(LINKS),
  theme: oneOf(THEMES),
  ambiguousWidth: oneOf(AMBIGUOUS_WIDTHS),
  screenReader: oneOf(SWITCHES),
  bell: oneOf(BELLS),
  title: oneOf(ON_OFF),
  contexts: {
    wants: {
      en: 'a name and {"url": …} for each platform, with ca, proxy, colour and "guard": true where wanted',
      zh: '每个平台的名称和 {"url": …},可加 ca、proxy、colour、"guard": true',
    },
    holds: (value) => isRecord(value) && Object.values(value).every(isContext),
  },
  views: {
    wants: {
      en: `at most ${VIEWS_MAX} names, each with a filter`,
      zh: `至多 ${VIEWS_MAX} 个名称,各有一个筛选`,
    },
    holds: (value) =>
      isRecord(value) && Object.values(value).every(isText) && Object.keys(value).length <= VIEWS_MAX,
  },
};

/** The first thing wrong with the settings, or undefined: a key nobody knows, or a value of the wrong kind. */
export function findWrong(settings: unknown): { en: string; zh: string } | undefined {
  if (!isRecord(settings)) return { en: 'must hold {…}', zh: '必须是 {…}' };
  for (const [key, value] of Object.entries(settings)) {
    const check = Object.hasOwn(SETTING_CHECKS, key) ? SETTING_CHECKS[key as keyof Settings] : undefined;
    if (!check) return unknownKey(key);
    if (!check.holds(value)) {
      const given = JSON.stringify(value);
      return {
        en: `${key} must be ${check.wants.en}, not ${given}`,
        zh: `${key} 必须是${check.wants.zh},而不是 ${given}`,
      };
    }
  }
  return undefined;
}

function unknownKey(key: string): { en: string; zh: string } {
  const suggestion = nearest(key, Object.keys(SETTING_CHECKS));
  return {
    en: `${JSON.stringify(key)} is no setting${suggestion ? `; did you mean ${suggestion}?` : ''}`,
    zh: `没有 ${JSON.stringify(key)} 这项设置${suggestion ? `,是否想用 ${suggestion}?` : ''}`,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
