import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from '../../src/client/client.ts';
import { CA_OPTION, changedContext, PROXY_OPTION } from '../../src/command/context-options.ts';
import { isOn, text } from '../../src/command/input.ts';
import { type LoginEvent, loginLines } from '../../src/command/login-lines.ts';
import type { Operation, OperationContext, Outcome } from '../../src/command/operation.ts';
import { readStandardInput } from '../../src/command/standard-input.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { findPlaces } from '../../src/session/places.ts';
import type { LinkWish } from '../../src/session/setting-checks.ts';
import { readSettings } from '../../src/session/settings.ts';

export const login: Operation<LoginEvent> = {
  id: 'login',
  summary: {
    zh: '登录:在手机或电脑的浏览器里核对登录码',
    en: 'sign in: confirm a short code in the browser of a phone or computer',
  },
  effect: 'local',
  shellOnly: true,
  follows: true,
  arguments: [
    {
      name: 'url',
      summary: {
        zh: '平台地址;不给则重新登录所用环境',
        en: 'the platform’s address; the context in use without one',
      },
      required: false,
      variadic: false,
    },
  ],
  options: [
    {
      name: 'token-stdin',
      summary: {
        zh: '从标准输入读一个令牌(district token create),先向平台核对',
        en: 'read a token (district token create) from standard input; the platform is asked about it first',
      },
    },
    {
      name: 'this-session',
      summary: {
        zh: '令牌不存下:进入一个已登录的子 shell,离开即退出登录;用于堡垒机、公用账号',
        en: 'keep no token: opens a shell that is signed in, leaving it signs out; for bastion hosts and shared accounts',
      },
    },
    CA_OPTION,
    PROXY_OPTION,
    { name: 'no-qr', summary: { zh: '不显示二维码', en: 'show no QR code' } },
  ],
  examples: [
    'district login https://gulou.example',
    'district login https://gulou.example --context gulou-night',
    'district login https://gulou.example --this-session',
    'district login https://gulou.example --token-stdin < token.txt',
  ],
  async *run(input, context) {
    const { signInPlace } = await import('../../src/session/sign-in-place.ts');
    const settings = readSettings(findPlaces(process.env).configDir);
    const place = signInPlace(text(input, 'url'), context.setting('currentContext'), settings);
    const target = changedContext(place.context, input);
    const thisSession = isOn(input, 'thisSession');
    if (thisSession) requireTerminal();
    const connection = await connectionTo(target, context);
    const token = isOn(input, 'tokenStdin')
      ? (await readStandardInput(context.signal)).trim()
      : yield* byDevice(connection(), input, context);
    const client = connection(token);
    const me = await client.me(context.signal);
    const { credentialOf, holderOf, keepSignIn } = await import('../../src/session/keep-sign-in.ts');
    const signedIn = {
      event: 'signed_in',
      url: target.url,
      holder: holderOf(me),
      endsAt: me.bearer.expiresAt,
    } as const;
    if (thisSession) {
      yield { status: 'done', value: { ...signedIn, context: null, current: false } };
      const { runSubShell } = await import('../../src/command/this-session.ts');
      await runSubShell(client, { target, token, keepsSession: me.bearer.kind === 'token' }, context);
      return;
    }
    const { name, isKnown } = place;
    // Signing in to what was there already is no choice of where to work.
    const current = !isKnown || text(input, 'url') !== undefined;
    await keepSignIn(findPlaces(process.env).configDir, name, target, {
      credential: credentialOf(new URL(target.url).origin, token, me),
      store: context.setting('credentialStore').value === 'keyring' ? 'keyring' : 'file',
      current,
    });
    yield { status: 'done', value: { ...signedIn, context: name, current } };
  },
  print: { lines: loginLines },
};

/** Makes clients of a platform, signed in or not. */
async function connectionTo(
  target: { url: string; ca?: string; proxy?: string },
  { language, signal }: OperationContext,
): Promise<(token?: string) => Client> {
  const { createClient } = await import('../../src/client/create-client.ts');
  const { findRoad } = await import('../../src/session/find-road.ts');
  const road = await findRoad(new URL(target.url), target, process.env);
  return (token) =>
    createClient({
      url: target.url,
      language,
      signal,
      ...(road && { road }),
      ...(token !== undefined && { token }),
    });
}

/** Shows the code until somebody has let us in; a script hears of it as an event. */
async function* byDevice(
  client: Client,
  input: Parameters<typeof isOn>[0],
  { language, signal, setting }: OperationContext,
): AsyncGenerator<Outcome<LoginEvent>, string> {
  const { signInByDevice } = await import('../../src/session/device-sign-in.ts');
  const { signInTalk } = await import('../../src/output/sign-in-talk.ts');
  const { allowsLinks } = await import('../../src/output/link.ts');
  const pause = (ms: number) => delay(ms, undefined, { signal }).catch(() => {});
  const steps = signInByDevice(client, { signal, nowMs: Date.now, pause });
  const { origin } = new URL(client.url);
  const isReadAloud = setting('screenReader').value === 'yes';
  const talk = signInTalk(process.env, {
    ...{ language, origin, isReadAloud },
    qr: input['qr'] !== false,
    links: !isReadAloud && allowsLinks(setting('links').value as LinkWish, process.env),
  });
  try {
    for (let isFirst = true; ; isFirst = false) {
      const step = await steps.next();
      if (step.done) return step.value;
      const { endsAtMs, ...code } = step.value;
      if (isFirst) {
        await talk.tell(step.value);
        const endsAt = new Date(endsAtMs).toISOString();
        yield { status: 'done', value: { event: 'code', ...code, endsAt } };
      }
      talk.tellLeft(endsAtMs - Date.now());
    }
  } finally {
    talk.end();
  }
}

function requireTerminal(): void {
  if (process.stdin.isTTY && process.stdout.isTTY) return;
  throw usageFailure(
    {
      en: '--this-session opens a shell and needs a terminal.',
      zh: '--this-session 要打开子 shell,需要终端。',
    },
    {
      en: 'A script gives DISTRICT_URL and DISTRICT_TOKEN in its environment: nothing is kept of them either.',
      zh: '脚本请用环境变量 DISTRICT_URL 和 DISTRICT_TOKEN,同样不会存下。',
    },
  );
}
