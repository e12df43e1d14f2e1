import { CONTEXT_ARGUMENT, requireContext } from '../../src/command/context-arguments.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { forgetToken } from '../../src/session/credentials.ts';
import { findPlaces } from '../../src/session/places.ts';
import { changeSettings, readSettings } from '../../src/session/settings.ts';

interface Removed {
  removed: string;
  /** Whether a token was forgotten with it. */
  signedOut: boolean;
  /** What is current from now on: `sandbox` where nothing is chosen. */
  currentContext: string;
  wasCurrent: boolean;
}

export const remove: Operation<Removed> = {
  id: 'context.remove',
  summary: {
    zh: '删除一个环境及其令牌(令牌在平台上仍有效,先用 logout 使之失效)',
    en: 'remove a context with its token (which stays valid at the platform: logout ends it there)',
  },
  effect: 'local',
  arguments: [CONTEXT_ARGUMENT],
  examples: ['district context remove gulou'],
  async *run(input) {
    const name = text(input, 'name') ?? '';
    const { configDir } = findPlaces(process.env);
    requireContext(readSettings(configDir), name);
    const signedOut = await forgetToken(configDir, name);
    let before: string | undefined;
    await changeSettings(configDir, ({ currentContext, contexts = {}, ...settings }) => {
      before = currentContext;
      const { [name]: _gone, ...rest } = contexts;
      return {
        ...settings,
        contexts: rest,
        ...(currentContext !== undefined && currentContext !== name && { currentContext }),
      };
    });
    const wasCurrent = before === name;
    const currentContext = wasCurrent ? 'sandbox' : (before ?? 'sandbox');
    yield { status: 'done', value: { removed: name, signedOut, wasCurrent, currentContext } };
  },
  print: {
    lines: ({ removed, signedOut, wasCurrent, currentContext }, language) => {
      const zh = language === 'zh';
      const token = signedOut ? (zh ? ',令牌一并删除' : ' and its token') : '';
      return [
        zh ? `已删除 ${removed}${token}。` : `Removed ${removed}${token}.`,
        ...(wasCurrent
          ? [
              zh
                ? `它原是当前环境;现在没有选定的,默认用 ${currentContext}。选定:district context use 名称`
                : `It was the current one; none is chosen now, so it is ${currentContext}. Choose: district context use NAME`,
            ]
          : []),
      ];
    },
  },
};
