import type { ChosenColumn } from '../../src/console/list/use-columns.ts';
import type { Language } from '../../src/i18n/translate.ts';
import { fit } from '../../src/terminal/width.ts';
import type { Span, Tone } from './line.tsx';

export interface CellLook {
  language: Language;
  /** By which deadlines are worded, in ms. */
  asOfMs: number;
  cells: number;
}

/** How one column of a list looks. */
export interface ColumnView<T> {
  heading(language: Language): string;
  /** What it takes at least. */
  cells: number | Readonly<Record<Language, number>>;
  /** Its part of what the others leave; without one it does not grow. */
  share?: number;
  /** Cells that must be left for those that grow; with fewer this one is not worth its room. */
  spare?: number;
  align?: 'right';
  cell(row: T, look: CellLook): string;
  tone?(row: T): Tone;
}
export type ColumnViews<T, Id extends string> = Readonly<Record<Id, ColumnView<T>>>;

/** A column that has room, and how much. */
export interface FittedColumn<T> {
  view: ColumnView<T>;
  cells: number;
}

/** Before the columns stand the cursor and the mark, or a blank. */
const LEAD_CELLS = 2;

/** The columns that fit, in the order chosen; the least important go first. */
export function fitColumns<T>(
  chosen: readonly ChosenColumn[],
  views: Readonly<Record<string, ColumnView<T>>>,
  columns: number,
  language: Language,
): FittedColumn<T>[] {
  let kept = chosen.flatMap(({ id, priority }) => {
    const view = views[id];
    if (!view) return [];
    const least = typeof view.cells === 'number' ? view.cells : view.cells[language];
    return [{ view, priority, least }];
  });
  const leftOver = () =>
    columns - LEAD_CELLS - kept.reduce((sum, { least }) => sum + least, 0) - (kept.length - 1);
  while (kept.length > 1) {
    const left = leftOver();
    const tooMuch = kept.filter(({ view }) => left < (view.spare ?? 0));
    // Among equals the one farthest to the right.
    const [worst] = (left < 0 ? kept : tooMuch).toReversed().toSorted((a, b) => b.priority - a.priority);
    if (!worst) break;
    kept = kept.filter((column) => column !== worst);
  }
  return grown(kept, Math.max(0, leftOver()));
}

/** Those that grow share what is theirs and what is left; the last takes what does not divide. */
function grown<T>(kept: readonly { view: ColumnView<T>; least: number }[], left: number): FittedColumn<T>[] {
  const growing = kept.filter(({ view }) => view.share !== undefined);
  const shares = growing.reduce((sum, { view }) => sum + (view.share ?? 0), 0);
  const pool = growing.reduce((sum, { least }) => sum + least, left);
  let rest = pool;
  return kept.map(({ view, least }) => {
    if (view.share === undefined) return { view, cells: least };
    const part = Math.max(least, Math.floor((pool * view.share) / shares));
    const cells = view === growing.at(-1)?.view ? Math.max(0, rest) : Math.min(part, rest);
    rest -= cells;
    return { view, cells };
  });
}

export function columnHeading<T>(fitted: readonly FittedColumn<T>[], language: Language): string {
  const words = fitted.map(({ view, cells }) => fit(view.heading(language), cells, view.align));
  return `${' '.repeat(LEAD_CELLS)}${words.join(' ')}`;
}

/** A row's columns as spans; neighbours of one tone are one span, since each is laid out by itself. */
export function columnSpans<T>(
  row: T,
  fitted: readonly FittedColumn<T>[],
  look: Omit<CellLook, 'cells'>,
  rowTone: Tone = 'plain',
): Span[] {
  const spans: { text: string; tone: Tone }[] = [];
  for (const { view, cells } of fitted) {
    const text = fit(view.cell(row, { ...look, cells }), cells, view.align);
    const tone = view.tone?.(row) ?? rowTone;
    const last = spans.at(-1);
    if (last?.tone === tone) last.text += ` ${text}`;
    else spans.push({ text: last ? ` ${text}` : text, tone });
  }
  return spans;
}
