import { signInMessages } from '../i18n/messages/sign-in.ts';
import { timeText } from '../i18n/time.ts';
import { type Language, translate } from '../i18n/translate.ts';
import { linked } from './link.ts';
import { measureWidth } from './measure-width.ts';
import { type QrLook, qrLines } from './qr.ts';
import { safeText } from './safe-text.ts';
import { openStreams } from './streams.ts';

export interface ToldCode {
  userCode: string;
  uri: string;
  wholeUri: string;
  endsAtMs: number;
}

/** Lines round a QR code: the address and the code above, the time left below. */
const LINES_BESIDE = 6;
const HALF_BLOCK = '\u2580';

interface Talk {
  /** The address and the code, with a QR code where it fits. */
  tell(code: ToldCode): Promise<void>;
  /** How long it still holds, on one line that is written over; nothing where nobody looks on. */
  tellLeft(leftMs: number): void;
  /** Leaves the line. */
  end(): void;
}

interface TalkOptions {
  language: Language;
  origin: string;
  /** Whether a QR code is wanted, where it fits. */
  qr: boolean;
  /** Whether the address may be a link. */
  links: boolean;
  isReadAloud: boolean;
}

/** Tells a person at the terminal, on stderr, how to let this program in. */
export function signInTalk(
  environment: NodeJS.ProcessEnv,
  { language, origin, qr, links, isReadAloud }: TalkOptions,
): Talk {
  const streams = openStreams(environment, { isReadAloud });
  const { stderr } = process;
  const say = (key: keyof typeof signInMessages.zh, values: Record<string, string> = {}) =>
    translate(signInMessages, language, key, values);
  const talk = (line: string) => streams.talk(safeText(line));
  return {
    tell: async ({ userCode, uri, wholeUri, endsAtMs }) => {
      const isThere = uri.startsWith(`${origin}/`);
      const open = safeText(say('open', { uri }));
      const isLink = isThere && links && streams.talksToPerson;
      streams.talk(isLink ? open.replace(uri, () => linked(uri, uri)) : open);
      talk(say('type', { code: userCode }));
      if (!isThere) talk(say('elsewhere', { origin }));
      const look = qr && streams.talksToPerson && !isReadAloud ? await lookOf() : undefined;
      const room = { columns: stderr.columns ?? 0, rows: (stderr.rows ?? 0) - LINES_BESIDE };
      const lines = look ? qrLines(wholeUri, look, room) : null;
      if (look && lines) {
        talk(say('scan'));
        for (const line of lines) streams.talk(streams.colourTalk ? painted(line, look) : line);
      }
      talk(say('holds', { at: timeText(new Date(endsAtMs).toISOString()) }));
    },
    tellLeft: (leftMs) => {
      const { progress } = streams;
      if (progress?.isWrittenOver) progress.say(say('left', { left: minutes(leftMs) }));
    },
    end: () => streams.progress?.wipe(),
  };
}

/** Half blocks where they are known to take one cell, else what surely lines up. */
async function lookOf(): Promise<QrLook> {
  return (await measureWidth(HALF_BLOCK)) === 1 ? 'half-blocks' : 'two-cells';
}

/** White on black whatever the colours of the terminal: a code the other way round is not read by every phone. */
function painted(line: string, look: QrLook): string {
  const cells = look === 'half-blocks' ? line : line.replaceAll('##', '\u001b[107m  \u001b[40m');
  return `\u001b[97;40m${cells}\u001b[0m`;
}

/** `9:55` */
function minutes(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
