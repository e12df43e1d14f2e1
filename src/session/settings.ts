import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bilingual, ExpectedFailure } from '../command/operation.ts';
import { findWrong, type Settings } from './setting-checks.ts';

const CONFIG_NAME = 'settings';

export function settingsPath(configDir: string): string {
  return join(configDir, `${CONFIG_NAME}.json`);
}

/** Reads the file that conf writes without loading conf, whose schema checker costs a one-shot command its start. */
export function readSettings(configDir: string): Settings {
  const path = settingsPath(configDir);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  const settings = parseJson(path, text);
  const wrong = findWrong(settings);
  if (wrong) throw unreadable({ en: `${path}: ${wrong.en}.`, zh: `${path}:${wrong.zh}。` });
  return settings as Settings;
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable({ en: `${path} is not JSON.`, zh: `${path} 不是 JSON。` }, error);
  }
}

/** The file is left as it is: what a person wrote there is theirs to put right. */
function unreadable(message: Bilingual, cause?: unknown): ExpectedFailure {
  const hint = { en: 'Correct it, or remove it to begin anew.', zh: '请改正,或删除后重来。' };
  return new ExpectedFailure({ kind: 'settings_unreadable', message, hint, exit: 1 }, { cause });
}

/** Changes the settings named and leaves the rest; the file is replaced whole or not at all, by one at a time, and not when it cannot be read. */
export async function changeSettings(
  configDir: string,
  change: (settings: Settings) => Settings,
): Promise<void> {
  const { default: Conf } = await import('conf');
  const { withLock } = await import('./lock.ts');
  await withLock(`${settingsPath(configDir)}.lock`, () => {
    const changed = change(readSettings(configDir));
    const conf = new Conf<Settings>({ cwd: configDir, configName: CONFIG_NAME, configFileMode: 0o600 });
    conf.store = changed;
  });
}
