/** Time for a terminal to say where its cursor is: a round trip over the slowest line, and no longer, since some never answer. */
const ANSWER_TIMEOUT_MS = 1_000;
const ASK_CURSOR = '\u001b[6n';
const CURSOR_IS_AT = /\u001b\[\d+;(\d+)R/;
const WIPE_LINE = '\r\u001b[K';
const CTRL_C = '\u0003';

/**
 * Columns a character takes in the terminal before us, found by writing it and asking where the cursor came to stand; undefined where
 * nothing answers. Many Chinese terminals draw characters of ambiguous width two cells wide.
 */
export async function measureWidth(character: string): Promise<number | undefined> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || !stderr.isTTY || process.env['TERM'] === 'dumb') return undefined;
  stdin.setRawMode(true);
  try {
    const answer = answered(stdin);
    stderr.write(`\r${character}${ASK_CURSOR}`);
    const column = await answer;
    stderr.write(WIPE_LINE);
    return column === undefined ? undefined : column - 1;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
  }
}

function answered(stdin: NodeJS.ReadStream): Promise<number | undefined> {
  return new Promise((resolve) => {
    let heard = '';
    const end = (column?: number) => {
      clearTimeout(timer);
      stdin.off('data', listen);
      resolve(column);
    };
    const listen = (data: Buffer) => {
      heard += data.toString('latin1');
      // A raw terminal hands over the key that would else have ended the program.
      if (heard.includes(CTRL_C)) process.kill(process.pid, 'SIGINT');
      const [, column] = CURSOR_IS_AT.exec(heard) ?? [];
      if (column !== undefined) end(Number(column));
    };
    const timer = setTimeout(end, ANSWER_TIMEOUT_MS);
    stdin.on('data', listen);
  });
}
