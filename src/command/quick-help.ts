import { readFileSync } from 'node:fs';
import { chooseLanguage } from '../i18n/language.ts';
import { findPlaces } from '../session/places.ts';
import { ROOT_HELP, ROOT_HELP_COLUMNS } from './root-help.gen.ts';

/**
 * The help of the whole program as it was rendered when it was built: the first thing a newcomer asks for loads neither commands nor what
 * reads them. Undefined where the window is too narrow for it.
 */
export function quickHelp(environment: NodeJS.ProcessEnv, columns: number): string | undefined {
  if (columns < ROOT_HELP_COLUMNS) return undefined;
  return ROOT_HELP[chooseLanguage({ environment, setting: keptLanguage(environment) })];
}

/** Settings that cannot be read are told by a command that needs them, and not to somebody who asks for help. */
function keptLanguage(environment: NodeJS.ProcessEnv): string | undefined {
  try {
    const text = readFileSync(`${findPlaces(environment).configDir}/settings.json`, 'utf8');
    return (JSON.parse(text) as { language?: string }).language;
  } catch {
    return undefined;
  }
}
