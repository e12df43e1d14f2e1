import type { DeviceCode } from '@district/contract/types.ts';
import type { Client } from '../client/client.ts';
import { failureOf } from '../command/catch-failure.ts';
import { ExpectedFailure } from '../command/operation.ts';

/** What the person is told: the code, where to type it, and until when it holds by this machine's clock. */
export interface ShownCode {
  userCode: string;
  uri: string;
  /** The same with the code in it, for a QR code. */
  wholeUri: string;
  endsAtMs: number;
}

/** RFC 8628 3.5: told to slow down, the pause grows by this much for good. */
const SLOW_DOWN_S = 5;
/** The RFC's pause where the platform names none, and the least that is kept. */
const INTERVAL_DEFAULT_S = 5;
const INTERVAL_MIN_S = 1;
/** No code holds longer, whatever a platform says: nobody waits half an hour for a page. */
const CODE_HOLDS_MAX_S = 1_800;
/** Pauses double while the road is broken, up to this. */
const ROAD_PAUSE_MAX_S = 30;

/** The road may be back before the code ends. */
const ROAD_KINDS: readonly string[] = [
  'unreachable',
  'timed_out',
  'connection_lost',
  'not_ready',
  'unavailable',
  'rate_limited',
  'outcome_unknown',
];

interface Waiting {
  signal: AbortSignal;
  nowMs: () => number;
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Signs in by device authorization (RFC 8628): the person lets this program in on another device, and the token comes back here. Yields the
 * code before each pause and returns the token. Throws an expected failure when they refuse, when the code ends first, or when the signal
 * aborts.
 */
export async function* signInByDevice(
  client: Pick<Client, 'askForDeviceCode' | 'askForDeviceToken'>,
  { signal, nowMs, pause }: Waiting,
): AsyncGenerator<ShownCode, string> {
  const code = await client.askForDeviceCode(signal);
  const shown = shownCode(code, nowMs());
  let intervalS = Math.max(INTERVAL_MIN_S, code.interval || INTERVAL_DEFAULT_S);
  let roadPauseS = 0;
  for (;;) {
    yield shown;
    await pause(Math.max(intervalS, roadPauseS) * 1_000, signal);
    if (signal.aborted) throw interrupted();
    if (nowMs() >= shown.endsAtMs) throw expired();
    try {
      return (await client.askForDeviceToken(code.device_code, signal)).access_token;
    } catch (error) {
      const failure = failureOf(error);
      if (signal.aborted) throw interrupted();
      if (failure.kind === 'expired_token') throw expired();
      if (failure.kind === 'slow_down') intervalS += SLOW_DOWN_S;
      else if (ROAD_KINDS.includes(failure.kind))
        roadPauseS = Math.min(Math.max(intervalS, roadPauseS) * 2, ROAD_PAUSE_MAX_S);
      else if (failure.kind !== 'authorization_pending') throw error;
    }
  }
}

function shownCode(code: DeviceCode, nowMs: number): ShownCode {
  const holdsS = Math.min(Number(code.expires_in) || CODE_HOLDS_MAX_S, CODE_HOLDS_MAX_S);
  return {
    userCode: code.user_code,
    uri: code.verification_uri,
    wholeUri: code.verification_uri_complete,
    endsAtMs: nowMs + holdsS * 1_000,
  };
}

function expired(): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'expired_token',
    message: { en: 'The code has ended before anybody let you in.', zh: '登录码已过期,还没有人允许登录。' },
    hint: { en: 'Run district login again.', zh: '请重新运行 district login。' },
    exit: 3,
  });
}

function interrupted(): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'interrupted',
    message: { en: 'Interrupted; nobody was signed in.', zh: '已中断,没有登录。' },
    exit: 130,
  });
}
