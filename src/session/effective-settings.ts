import { PAGE_SIZE_DEFAULT } from '@district/contract/limits.ts';
import { chooseLanguage } from '../i18n/language.ts';
import type { Settings } from './setting-checks.ts';

/** The settings a person can set by hand; contexts and views have commands of their own. */
export const SETTING_KEYS = [
  'language',
  'currentContext',
  'pageSize',
  'color',
  'pager',
  'credentialStore',
  'keys',
  'mouse',
  'clipboard',
  'links',
  'theme',
  'ambiguousWidth',
  'screenReader',
  'bell',
  'title',
] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** What holds right now and where it comes from: a flag, a variable of the environment, the file, or nobody said. */
export interface EffectiveSetting {
  key: SettingKey;
  value: string | number;
  source: 'flag' | 'environment' | 'file' | 'default';
  /** The flag, the variable or the file's key by which it came; what would have to be given where nothing was. */
  from: string;
}

/** Leaves at once what fits a screen, keeps colours, leaves the text behind. */
const PAGER_DEFAULT = 'less -FRX';

export interface Sources {
  flags: Partial<Record<SettingKey, string>>;
  environment: NodeJS.ProcessEnv;
  settings: Settings;
}

const FLAGS: Readonly<Record<SettingKey, string>> = {
  language: '--lang',
  currentContext: '--context',
  pageSize: '--limit',
  color: '--no-color',
  pager: '--no-pager',
  credentialStore: '',
  keys: '',
  mouse: '--mouse',
  clipboard: '',
  links: '',
  theme: '',
  ambiguousWidth: '',
  screenReader: '--screen-reader',
  bell: '',
  title: '',
};
const VARIABLES: Readonly<Record<SettingKey, readonly string[]>> = {
  language: ['DISTRICT_LANG'],
  currentContext: ['DISTRICT_URL', 'DISTRICT_CONTEXT'],
  pageSize: [],
  color: ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR_FORCE'],
  pager: ['DISTRICT_PAGER'],
  credentialStore: [],
  keys: [],
  mouse: [],
  clipboard: [],
  links: ['FORCE_HYPERLINK'],
  theme: ['DISTRICT_THEME'],
  ambiguousWidth: ['DISTRICT_AMBIGUOUS_WIDTH'],
  screenReader: ['DISTRICT_SCREEN_READER', 'INK_SCREEN_READER'],
  bell: [],
  title: [],
};

/** By the same order everywhere: flag, environment, file, default. */
export function effectiveSetting(
  key: SettingKey,
  { flags, environment, settings }: Sources,
): EffectiveSetting {
  const flag = flags[key];
  if (flag !== undefined) return { key, value: flag, source: 'flag', from: FLAGS[key] };
  const variable = VARIABLES[key].find((name) => isGiven(name, environment[name]));
  if (variable !== undefined) {
    const value = valueOf(key, variable, environment[variable] ?? '');
    return { key, value, source: 'environment', from: variable };
  }
  const set = settings[key];
  if (set !== undefined) return { key, value: set, source: 'file', from: key };
  return byDefault(key, environment);
}

/** True of a flag or a variable, which hold whatever the file says; a locale only speaks where the file is silent. */
export function goesBeforeFile({ key, source, from }: EffectiveSetting): boolean {
  return source === 'flag' || VARIABLES[key].includes(from);
}

/** What others agreed a variable to mean: NO_COLOR by being there, the rest unless it says 0, false or no. */
function valueOf(key: SettingKey, variable: string, text: string): string {
  const isOff = /^(?:0|false|no)$/i.test(text);
  if (key === 'color') return variable === 'NO_COLOR' || isOff ? 'never' : 'always';
  if (key === 'screenReader') return isOff ? 'no' : 'yes';
  if (key === 'links') return isOff ? 'off' : 'on';
  return text;
}

/** An empty variable says nothing, except that there be no pager; CLICOLOR_FORCE=0 forces nothing. */
function isGiven(name: string, value: string | undefined): boolean {
  if (name === 'DISTRICT_PAGER') return value !== undefined;
  return Boolean(value) && !(name === 'CLICOLOR_FORCE' && value === '0');
}

/** Where nobody chose, the machine may still say something: its locale, its pager. */
function byDefault(key: SettingKey, environment: NodeJS.ProcessEnv): EffectiveSetting {
  const found = (value: string | number, from: string): EffectiveSetting => ({
    key,
    value,
    source: from === '' ? 'default' : 'environment',
    from,
  });
  switch (key) {
    case 'language': {
      const locale = ['LC_ALL', 'LC_MESSAGES', 'LANG'].find((name) => environment[name]) ?? '';
      const language = chooseLanguage({ environment });
      return found(language, environment[locale]?.startsWith(language) ? locale : '');
    }
    case 'currentContext':
      return found('sandbox', '');
    case 'pageSize':
      return found(PAGE_SIZE_DEFAULT, '');
    case 'keys':
      return found('', '');
    case 'mouse':
      return found('off', '');
    case 'color':
    case 'clipboard':
    case 'links':
    case 'theme':
    case 'ambiguousWidth':
      return found('auto', '');
    case 'screenReader':
      return found('no', '');
    case 'bell':
      return found('urgent', '');
    case 'title':
      return found('on', '');
    case 'credentialStore':
      return found('file', '');
    case 'pager':
      return found(environment['PAGER'] ?? PAGER_DEFAULT, environment['PAGER'] === undefined ? '' : 'PAGER');
  }
}
