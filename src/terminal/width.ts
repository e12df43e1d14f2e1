import { safeLines, safeText } from '../output/safe-text.ts';
import { graphemesOf } from './graphemes.ts';
import { widthOf } from './width-model.ts';

export { widthOf };

/** Stands where text was cut; `…` is two cells wide in many Chinese terminals. */
const CUT_MARK = '~';

/** Text made safe and cut to at most `columns`, the cut marked. All that is painted passes here or through `wrapLines`. */
export function clip(raw: string, columns: number): string {
  if (columns <= 0) return '';
  const text = safeText(raw);
  if (widthOf(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const grapheme of graphemesOf(text)) {
    const width = widthOf(grapheme);
    if (used + width > columns - CUT_MARK.length) break;
    kept += grapheme;
    used += width;
  }
  return kept + CUT_MARK;
}

/** The end of a text that fits into `columns`: what stands before the cursor of a line that is too long. */
export function tail(text: string, columns: number): string {
  const graphemes = graphemesOf(safeText(text));
  let used = 0;
  let from = graphemes.length;
  while (from > 0 && used + widthOf(graphemes[from - 1] ?? '') <= columns) {
    from -= 1;
    used += widthOf(graphemes[from] ?? '');
  }
  return graphemes.slice(from).join('');
}

/** Text in exactly `columns`, cut or padded with spaces. */
export function fit(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const clipped = clip(text, columns);
  const space = ' '.repeat(Math.max(0, columns - widthOf(clipped)));
  return align === 'left' ? clipped + space : space + clipped;
}

/** Left and right ends of one line; the left gives way when there is no room for both. */
export function spread(left: string, right: string, columns: number): string {
  const end = clip(right, columns);
  const room = columns - widthOf(end);
  return room < 2 || end === '' ? fit(left, room) + end : `${fit(left, room - 1)} ${end}`;
}

/** Blanks between things that stand in one line. */
const ITEM_GAP = '   ';

/** Items in lines of at most `columns`, none of them broken. */
export function wrapItems(items: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  for (const raw of items) {
    const item = clip(raw, columns);
    const last = lines.at(-1);
    const joined = last === undefined ? undefined : last + ITEM_GAP + item;
    if (joined !== undefined && widthOf(joined) <= columns) lines[lines.length - 1] = joined;
    else lines.push(item);
  }
  return lines;
}

const WORD_AT_END = /[!-~]+$/;
/** Never begins a line where Chinese is set (GB/T 15834): the character before it goes along. */
const CLOSING = /^[，。、；：？！）》」』】〉”’…]$/;
const HAN_AT_END = /\p{Script=Han}$/u;

/**
 * Safe lines of at most `columns`; breaks between graphemes, as Chinese is set, but neither inside a Latin word that fits a line nor
 * before a closing mark.
 */
export function wrapLines(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of safeLines(text)) {
    let line = '';
    let used = 0;
    for (const grapheme of graphemesOf(paragraph)) {
      const width = widthOf(grapheme);
      if (used + width > columns && line !== '') {
        const together = boundTo(grapheme)?.exec(line)?.[0] ?? '';
        const carried = together.length < line.length ? together : '';
        lines.push(line.slice(0, line.length - carried.length));
        line = carried;
        used = widthOf(carried);
      }
      line += grapheme;
      used += width;
    }
    lines.push(line);
  }
  return lines;
}

/** What at the end of a line may not be parted from the grapheme that would begin the next. */
function boundTo(grapheme: string): RegExp | undefined {
  if (/[!-~]/.test(grapheme)) return WORD_AT_END;
  return CLOSING.test(grapheme) ? HAN_AT_END : undefined;
}
