import type { Client } from '../client/client.ts';
import { failureOf } from '../command/catch-failure.ts';
import { ExpectedFailure, type Failure } from '../command/operation.ts';
import { forgetToken, listCredentials } from './credentials.ts';

export interface SignedOut {
  context: string;
  /** What became of it at the platform: ended, left alone as it is a script's, or nobody was signed in. */
  session: 'ended' | 'left' | 'none';
}

/** Problems by which a platform says that the session is over already. */
const OVER: readonly string[] = ['unauthenticated', 'session_ended'];

/** Ends a client's session; true also when it was over already. Throws what kept the platform from hearing of it. */
export async function endSession(client: Pick<Client, 'endSession'>): Promise<void> {
  try {
    await client.endSession();
  } catch (error) {
    if (!OVER.includes(failureOf(error).kind)) throw error;
  }
}

/**
 * Signs a context out: its session ends at the platform, and its token is forgotten here whatever the platform says. A script's token is
 * forgotten and not ended, since it may be in use elsewhere. Throws an expected failure when the platform could not be told.
 */
export async function endSignIn(
  configDir: string,
  context: string,
  open: () => Promise<Client>,
): Promise<SignedOut> {
  const credentials = listCredentials(configDir);
  const kept = Object.hasOwn(credentials, context) ? credentials[context] : undefined;
  if (kept === undefined) return { context, session: 'none' };
  let untold: Failure | undefined;
  if (kept.kind !== 'token')
    try {
      await endSession(await open());
    } catch (error) {
      untold = failureOf(error);
    }
  await forgetToken(configDir, context);
  if (untold) throw new ExpectedFailure(stillOpen(untold));
  return { context, session: kept.kind === 'token' ? 'left' : 'ended' };
}

function stillOpen({ message, exit }: Failure): Failure {
  return {
    kind: 'session_not_ended',
    message: {
      en: `Forgotten here, but the platform could not be told: ${message.en}`,
      zh: `本机已忘记令牌,但没能告知平台:${message.zh}`,
    },
    hint: {
      en: 'The session ends by itself when unused for two hours; district sessions revoke ends it from elsewhere.',
      zh: '会话闲置两小时后自行结束;也可从别处用 district sessions revoke 结束。',
    },
    exit,
  };
}
