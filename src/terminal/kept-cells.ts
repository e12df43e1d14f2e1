/** What Ink remembers of a text while it puts a frame together: among others its cells, each with its styles. */
export interface FrameCaches {
  styledChars: Map<string, unknown>;
}

/** Some screens of lines; a line of 120 cells takes some 10 KB. */
const LINES_KEPT_MAX = 400;

let kept: FrameCaches | undefined;

/** Ink takes every line apart anew in every frame, though from one to the next hardly one is another; the build has it keep them. */
export function keptCells<T extends FrameCaches>(Caches: new () => T): T {
  if (!(kept instanceof Caches) || kept.styledChars.size > LINES_KEPT_MAX) kept = new Caches();
  return kept as T;
}
