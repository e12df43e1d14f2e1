import { text as readAll } from 'node:stream/consumers';

/** Ids on standard input, separated by blanks or lines; `#` begins a comment. */
export async function readIds(stream: NodeJS.ReadableStream = process.stdin): Promise<string[]> {
  return splitIds(await readAll(stream));
}

export function splitIds(content: string): string[] {
  return content
    .split(/\r?\n/)
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/\s+/))
    .filter(Boolean);
}
