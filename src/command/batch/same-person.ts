import type { Client } from '../../client/client.ts';
import type { BatchPlan } from '../../journal/batch-plan.ts';
import { isSandboxName } from '../../session/context-settings.ts';
import { ExpectedFailure } from '../operation.ts';

/**
 * Throws when a batch would be gone on with at another platform, or as somebody else: its keys mean nothing there. A sandbox has another
 * address each time it is started, and is known by its name.
 */
export async function requireSamePerson(
  { platform, operator, context }: BatchPlan,
  client: Pick<Client, 'url' | 'me'>,
  contextNow: string,
  signal?: AbortSignal,
): Promise<void> {
  const isSamePlatform = client.url === platform || (contextNow === context && isSandboxName(context));
  if (isSamePlatform && (await client.me(signal)).id === operator.id) return;
  throw new ExpectedFailure({
    kind: 'other_identity',
    message: {
      en: `This batch was begun by ${operator.name} at ${platform}: only they go on with it there.`,
      zh: `这一批是 ${operator.name} 在 ${platform} 开始的,只能由本人在那里接着办。`,
    },
    hint: {
      en: `Try --context ${context}, or sign in there as ${operator.name}.`,
      zh: `请用 --context ${context},或以 ${operator.name} 的身份登录。`,
    },
    exit: 6,
  });
}
