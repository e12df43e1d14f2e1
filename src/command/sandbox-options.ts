import type { Language } from '../i18n/translate.ts';
import type { SandboxProgress, SandboxWish } from '../session/sandbox/sandbox.ts';
import type { SandboxState } from '../session/sandbox/state.ts';
import { isOn, text } from './input.ts';
import type { Input, Operation, OperationContext, OptionDefinition } from './operation.ts';
import { usageFailure } from './usage-failure.ts';

/** What decides a sandbox's seed. */
const SEED_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'now',
    value: 'TIME',
    summary: {
      zh: '沙箱的时间(2026-10-08T08:30,北京时间)',
      en: 'the sandbox’s clock (2026-10-08T08:30, China time)',
    },
  },
  { name: 'storm', summary: { zh: '节后积压:四百件超期', en: 'after a holiday: 400 overdue requests' } },
  {
    name: 'live',
    summary: { zh: '有人在办:不断有新的变化', en: 'others are at work: things keep changing' },
  },
];

/** Throws a usage failure when the time is none. A time without a zone is meant in Asia/Shanghai. */
function seedWish(input: Input): SandboxWish {
  const now = text(input, 'now');
  return {
    ...(now !== undefined && { now: instant(now) }),
    ...(isOn(input, 'storm') && { storm: true }),
    ...(isOn(input, 'live') && { live: true }),
  };
}

function seedProgress(context: OperationContext): SandboxProgress {
  const sentences = {
    starting: { zh: '正在启动沙箱…', en: 'Starting the sandbox...' },
    waiting: {
      zh: '沙箱正由另一个进程启动,等待…',
      en: 'Another process is starting the sandbox, waiting...',
    },
    ready: { zh: '沙箱已就绪。', en: 'The sandbox is ready.' },
  };
  return (step) => context.say(sentences[step][context.language]);
}

export type SandboxStatus = { running: true } & SandboxState;

type Start = (wish: SandboxWish, use: { onProgress: SandboxProgress }) => Promise<SandboxState>;

/** An operation that leaves a sandbox running; `load` brings what starts it only when it runs. */
export function sandboxStart(
  definition: Required<Pick<Operation, 'id' | 'summary' | 'examples'>>,
  load: () => Promise<Start>,
): Operation<SandboxStatus> {
  return {
    ...definition,
    effect: 'local',
    options: SEED_OPTIONS,
    async *run(input, context) {
      const wish = seedWish(input);
      const start = await load();
      const state = await start(wish, { onProgress: seedProgress(context) });
      yield { status: 'done', value: { running: true, ...state } };
    },
    print: { lines: sandboxLines },
  };
}

export function sandboxLines(status: SandboxStatus | { running: false }, language: Language): string[] {
  const zh = language === 'zh';
  if (!status.running) return [zh ? '沙箱没有运行。' : 'The sandbox is not running.'];
  const traits = [status.storm && (zh ? '积压' : 'storm'), status.live && (zh ? '有人在办' : 'live')].filter(
    Boolean,
  );
  return [
    `${zh ? '地址' : 'address'}   ${status.url}`,
    `${zh ? '进程' : 'process'}   ${status.pid}`,
    `${zh ? '基准日' : 'anchor'} ${zh ? '' : '  '}${status.anchor}  ${traits.join(', ')}`.trimEnd(),
    `${zh ? '环境' : 'contexts'}  ${status.contexts.join(', ')}`,
    ...(status.signIn ? signInLines(status.signIn, zh) : []),
    ...(status.resident ? [`${zh ? '居民' : 'resident'}  X-Resident-Token: ${status.resident.token}`] : []),
  ];
}

function signInLines({ logins, password }: NonNullable<SandboxState['signIn']>, zh: boolean): string[] {
  return [
    `${zh ? '登录名' : 'sign in'} ${zh ? '' : '  '}${logins.join(', ')}`,
    `${zh ? '口令' : 'password'}  ${password}`,
  ];
}

function instant(time: string): string {
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/.test(time)
    ? time
    : `${time.replace(' ', 'T')}${time.length > 10 ? '' : 'T08:30'}+08:00`;
  if (/^\d{4}-\d{2}-\d{2}/.test(zoned) && !Number.isNaN(Date.parse(zoned)))
    return `${new Date(zoned).toISOString().slice(0, 19)}Z`;
  throw usageFailure(
    { en: `--now ${JSON.stringify(time)} is not a time.`, zh: `--now ${JSON.stringify(time)} 不是时间。` },
    { en: 'Write 2026-10-08T08:30.', zh: '写作 2026-10-08T08:30。' },
  );
}
