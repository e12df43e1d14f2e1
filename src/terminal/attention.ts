/** Draws a person's eye and ear to this window: its title and its bell. What it writes moves no cursor. */
export interface Attention {
  /** Shows a text in the title of the window; `null` gives it back as it was. */
  title(text: string | null): void;
  ring(): void;
}

const BELL = '\x07';
/** The terminal keeps its own title meanwhile (XTWINOPS); one that cannot is left with ours. */
const KEEP_TITLE = '\x1b[22;2t';
const GIVE_TITLE_BACK = '\x1b[23;2t';
/** Characters of a title: a tab shows fewer. */
const TITLE_LENGTH_MAX = 60;

/** Nothing at all for a terminal that shows no more than text, or is read aloud: a bell would be read into, and a title is not seen. */
export const SILENT: Attention = { title: () => {}, ring: () => {} };

export function openAttention(write: (sequence: string) => void, rest: string): Attention {
  let isKept = false;
  return {
    title(text) {
      if (text === null && !isKept) return;
      if (!isKept) write(KEEP_TITLE);
      isKept = text !== null;
      write(titled(text ?? rest));
      if (text === null) write(GIVE_TITLE_BACK);
    },
    ring: () => write(BELL),
  };
}

function titled(text: string): string {
  // Nothing in it may end the sequence or begin another.
  const plain = text.replaceAll(/\p{Cc}/gu, '').slice(0, TITLE_LENGTH_MAX);
  return `\x1b]2;${plain}\x07`;
}
