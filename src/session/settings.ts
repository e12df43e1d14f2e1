import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedFailure } from '../command/operation.ts';

const CONFIG_NAME = 'settings';

/** What a person chose; holds no secret. */
export interface Settings {
  language?: string;
  currentContext?: string;
  contexts?: Readonly<Record<string, { url: string }>>;
}

function settingsPath(configDir: string): string {
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
  try {
    return JSON.parse(text) as Settings;
  } catch (error) {
    throw new ExpectedFailure(
      {
        kind: 'settings_unreadable',
        message: { en: `${path} is not JSON.`, zh: `${path} 不是 JSON。` },
        hint: { en: 'Correct it, or remove it to begin anew.', zh: '请改正,或删除后重来。' },
        exit: 1,
      },
      { cause: error },
    );
  }
}

/** Changes the settings named and leaves the rest; the file is replaced whole or not at all. */
export async function changeSettings(
  configDir: string,
  change: (settings: Settings) => Settings,
): Promise<void> {
  const { default: Conf } = await import('conf');
  const conf = new Conf<Settings>({ cwd: configDir, configName: CONFIG_NAME, configFileMode: 0o600 });
  conf.store = change(conf.store);
}
