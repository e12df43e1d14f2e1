import type { WidthModel } from './width-model.ts';

/** What a terminal tells of itself; nothing where it does not answer. */
export interface TerminalTraits extends Partial<WidthModel> {
  /** False when it takes the bytes of UTF-8 for something else. */
  utf8?: boolean;
  background?: 'dark' | 'light';
}

/** Twice the way there and back over a slow line; reached only by terminals that answer nothing. */
const ANSWER_TIMEOUT_MS = 700;
/** Shown invisibly, each followed by the question where the cursor is: Chinese, a quotation mark, a family. */
const PROBES = ['中', '“', '👨‍👩‍👧'];
/** Behind each a blank: of bytes that it does not understand a terminal may take the next one along. */
const BLANK_COLUMNS = 1;
const [CONCEALED, PLAIN, ERASE_LINE] = ['\x1b[8m', '\x1b[m', '\r\x1b[K'];
const [WHERE, WHICH_GROUND, WHAT_ARE_YOU] = ['\x1b[6n', '\x1b]11;?\x1b\\', '\x1b[c'];
const QUESTION = `${CONCEALED}${PROBES.map((probe) => `\r${probe} ${WHERE}`).join('')}${PLAIN}${ERASE_LINE}${WHICH_GROUND}${WHAT_ARE_YOU}`;

const PLACE = /\x1b\[\d+;(\d+)R/g;
const GROUND = /\x1b\]11;rgb:([\da-f]+)\/([\da-f]+)\/([\da-f]+)(?:\x07|\x1b\\)/i;
/** Every terminal answers what it is, and it answers in the order it was asked. */
const END = /\x1b\[\?[\d;]*c/;

/** Asks the terminal on a line that is erased again. What a person typed meanwhile is given back to `stdin`. */
export async function askTerminal(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
): Promise<TerminalTraits> {
  const heard = await hear(stdin, () => stdout.write(QUESTION));
  const typed = heard.replaceAll(PLACE, '').replace(GROUND, '').replace(END, '');
  if (typed !== '') stdin.unshift(Buffer.from(typed, 'utf8'));
  return readAnswers(heard);
}

function hear(stdin: NodeJS.ReadStream, ask: () => void): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const end = () => {
      clearTimeout(timer);
      stdin.off('data', onData);
      stdin.pause();
      stdin.setRawMode(false);
      resolve(heard);
    };
    const onData = (data: Buffer) => {
      heard += data.toString('utf8');
      if (END.test(heard)) end();
    };
    const timer = setTimeout(end, ANSWER_TIMEOUT_MS);
    stdin.setRawMode(true);
    stdin.on('data', onData);
    ask();
  });
}

/** The traits that these answers tell. */
export function readAnswers(heard: string): TerminalTraits {
  const [chinese, quote, family] = [...heard.matchAll(PLACE)].map(
    ([, column]) => Number(column) - 1 - BLANK_COLUMNS,
  );
  const ground = GROUND.exec(heard)?.slice(1).map(brightness);
  return {
    ...(chinese !== undefined && { utf8: chinese === 2 }),
    ...((quote === 1 || quote === 2) && { ambiguous: quote }),
    ...(family !== undefined && { clusters: family <= 2 }),
    ...(ground && { background: isLight(ground) ? 'light' : 'dark' }),
  };
}

/** `ff`, `ffff` or any other number of digits, as a share of the most. */
function brightness(digits: string): number {
  return Number.parseInt(digits, 16) / (16 ** digits.length - 1);
}

/** By the weights of ITU-R BT.601. */
function isLight([red = 0, green = 0, blue = 0]: readonly number[]): boolean {
  return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5;
}
