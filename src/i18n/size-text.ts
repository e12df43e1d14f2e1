const KB = 1024;

/** A file's size as people tell it: `14 KB`, never none. */
export function sizeText(sizeBytes: number): string {
  return `${Math.max(1, Math.round(sizeBytes / KB))} KB`;
}
