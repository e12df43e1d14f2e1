import { eachItem } from '../../src/command/batch/each-item.ts';
import { isOn } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { isSandboxName } from '../../src/session/context-settings.ts';
import { listCredentials } from '../../src/session/credentials.ts';
import { endSession, endSignIn, type SignedOut } from '../../src/session/end-sign-in.ts';
import { findPlaces } from '../../src/session/places.ts';
import { openSession } from '../../src/session/session.ts';

export const logout: Operation<SignedOut> = {
  id: 'logout',
  summary: {
    zh: '退出登录:平台上的会话结束,本机的令牌删除',
    en: 'sign out: the session ends at the platform, and its token is forgotten here',
  },
  effect: 'local',
  shellOnly: true,
  batch: true,
  options: [{ name: 'all', summary: { zh: '所有环境(沙箱除外)', en: 'every context but the sandbox’s' } }],
  examples: ['district logout', 'district logout --all', 'district logout --context gulou'],
  async *run(input, { client, language, setting, signal }) {
    const { configDir } = findPlaces(process.env);
    const { value, from } = setting('currentContext');
    const name = String(value);
    if (isOn(input, 'all')) {
      const names = Object.keys(listCredentials(configDir)).filter((one) => !isSandboxName(one));
      yield* eachItem(names, (context) =>
        endSignIn(configDir, context, () => openSession({ context, language, signal })),
      );
    } else if (from === 'DISTRICT_URL') {
      await endSession(await client());
      yield { status: 'done', id: name, value: { context: name, session: 'ended' } };
    } else if (isSandboxName(name)) {
      throw usageFailure(
        { en: `The sandbox signs ${name} in by itself.`, zh: `${name} 由沙箱自行登录。` },
        { en: 'district sandbox down ends it.', zh: 'district sandbox down 停掉沙箱。' },
      );
    } else yield* eachItem([name], (context) => endSignIn(configDir, context, client));
  },
  print: { lines: signedOutLines },
};

function signedOutLines({ context, session }: SignedOut, language: Language): string[] {
  const words = {
    ended: { zh: '已退出登录', en: 'signed out' },
    left: {
      zh: '本机已忘记令牌;令牌仍有效(district token revoke 使之失效)',
      en: 'token forgotten here; it stays valid (district token revoke ends it)',
    },
    none: { zh: '没有登录', en: 'nobody was signed in' },
  };
  return [`${context}  ${words[session][language]}`];
}
