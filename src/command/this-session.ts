import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Client } from '../client/client.ts';
import { signInMessages } from '../i18n/messages/sign-in.ts';
import { translate } from '../i18n/translate.ts';
import type { ContextSettings } from '../session/context-settings.ts';
import { endSession } from '../session/end-sign-in.ts';
import { failureOf } from './catch-failure.ts';
import type { OperationContext } from './operation.ts';

/** Signals a terminal sends to all of its programs: they are for the shell within, which decides when it ends. */
const FOR_THE_SHELL = ['SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGTERM'] as const;

interface Stay {
  target: ContextSettings;
  token: string;
  /** A script's token is not ours to end. */
  keepsSession: boolean;
}

/**
 * Runs the person's shell with the token in its environment and nowhere else: no file, no keyring, no argument list. When it is left, the
 * session ends at the platform. Whoever may read the memory of this account's programs can read the token as long as the shell runs.
 */
export async function runSubShell(
  client: Client,
  { target, token, keepsSession }: Stay,
  { language, say }: Pick<OperationContext, 'language' | 'say'>,
): Promise<void> {
  say(translate(signInMessages, language, 'subShell'));
  for (const signal of FOR_THE_SHELL) process.removeAllListeners(signal).on(signal, () => {});
  const { DISTRICT_CONTEXT: _context, ...environment } = process.env;
  const shell = spawn(environment['SHELL'] || 'sh', [], {
    stdio: 'inherit',
    env: {
      ...environment,
      DISTRICT_URL: target.url,
      DISTRICT_TOKEN: token,
      ...(target.ca !== undefined && { DISTRICT_CA: target.ca }),
      ...(target.proxy !== undefined && { DISTRICT_PROXY: target.proxy }),
    },
  });
  await once(shell, 'exit');
  if (keepsSession) return;
  try {
    await endSession(client);
    say(translate(signInMessages, language, 'subShellLeft'));
  } catch (error) {
    say(`${translate(signInMessages, language, 'subShellLost')} ${failureOf(error).message[language]}`);
  }
}
