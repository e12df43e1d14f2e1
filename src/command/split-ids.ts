/** Ids of a text, separated by blanks or lines; `#` begins a comment. */
export function splitIds(content: string): string[] {
  return content
    .split(/\r?\n/)
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/\s+/))
    .filter(Boolean);
}
