import type { Failure } from '../command/operation.ts';

/** Failures of the road to the platform rather than of the platform. All but an interruption end with exit code 8. */
const EXIT_NETWORK = 8;
const EXIT_INTERRUPTED = 130;

export function unreachable(origin: string, detail: string): Failure {
  return {
    kind: 'unreachable',
    message: {
      en: `The platform at ${origin} cannot be reached (${detail}); nothing was sent.`,
      zh: `连不上平台 ${origin}(${detail}),什么也没有发出。`,
    },
    hint: {
      en: 'Start it with district sandbox up, or check the address.',
      zh: '请运行 district sandbox up 启动,或检查地址。',
    },
    exit: EXIT_NETWORK,
  };
}

export function outcomeUnknown(origin: string, idempotencyKey: string): Failure {
  return {
    kind: 'outcome_unknown',
    message: {
      en: `No answer came from ${origin}: it is not known whether this was done.`,
      zh: `${origin} 没有回话,不知道是否已经办成。`,
    },
    hint: {
      en: `Repeat it with --idempotency-key ${idempotencyKey}: it is not done twice.`,
      zh: `加上 --idempotency-key ${idempotencyKey} 再做一次,不会办两遍。`,
    },
    exit: EXIT_NETWORK,
  };
}

export function timedOut(origin: string, timeoutMs: number): Failure {
  return {
    kind: 'timed_out',
    message: {
      en: `The platform at ${origin} did not answer within ${timeoutMs / 1000} s.`,
      zh: `平台 ${origin} 在 ${timeoutMs / 1000} 秒内没有回话。`,
    },
    hint: { en: 'Try again, or ask for less.', zh: '请再试一次,或缩小范围。' },
    exit: EXIT_NETWORK,
  };
}

export function connectionLost(origin: string, detail: string): Failure {
  return {
    kind: 'connection_lost',
    message: {
      en: `The connection to ${origin} broke off (${detail}).`,
      zh: `与 ${origin} 的连接中断(${detail})。`,
    },
    hint: { en: 'Try again.', zh: '请再试一次。' },
    exit: EXIT_NETWORK,
  };
}

/** The proxy of the way there is gone, or does not let one through. */
export function proxyFailed(origin: string, detail: string): Failure {
  return {
    kind: 'proxy_failed',
    message: {
      en: `The proxy on the way to ${origin} does not let one through (${detail}); nothing was sent.`,
      zh: `通往 ${origin} 的代理不通(${detail}),什么也没有发出。`,
    },
    hint: {
      en: 'district config explain says where the proxy comes from; NO_PROXY names what goes without.',
      zh: 'district config explain 可看代理从哪里来;不走代理的写入 NO_PROXY。',
    },
    exit: EXIT_NETWORK,
  };
}

/** Something in front of the platform answers for it. */
export function notReady(origin: string, status: number): Failure {
  return {
    kind: 'not_ready',
    message: {
      en: `The platform at ${origin} is not ready (HTTP ${status}).`,
      zh: `平台 ${origin} 暂时不可用(HTTP ${status})。`,
    },
    hint: { en: 'Try again in a minute.', zh: '请过一分钟再试。' },
    exit: EXIT_NETWORK,
  };
}

export function tooLong(origin: string): Failure {
  return {
    kind: 'too_long',
    message: {
      en: `The request is longer than ${origin} takes.`,
      zh: `请求太长,${origin} 不接受。`,
    },
    hint: { en: 'Shorten the filter.', zh: '请缩短筛选条件。' },
    exit: 2,
  };
}

/** Told as what it is, since a platform's answers are a hundredth of this. */
export function answerTooLarge(origin: string, sizeMaxBytes: number): Failure {
  return notAPlatform(origin, `more than ${sizeMaxBytes / 1024 / 1024} MiB`);
}

export function notAPlatform(origin: string, detail: string): Failure {
  return {
    kind: 'not_a_platform',
    message: {
      en: `${origin} does not answer as a district platform does (${detail}).`,
      zh: `${origin} 的回答不像区务平台(${detail})。`,
    },
    hint: { en: 'Check the address.', zh: '请检查地址。' },
    exit: 1,
  };
}

export function interrupted(): Failure {
  return {
    kind: 'interrupted',
    message: { en: 'Interrupted.', zh: '已中断。' },
    exit: EXIT_INTERRUPTED,
  };
}
