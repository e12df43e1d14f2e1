import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../../src/i18n/translate.ts';
import type { AmbiguousWidth } from '../char-widths.ts';
import type { Emulator } from '../real/emulator.ts';

const FOLDER = fileURLToPath(new URL('golden/', import.meta.url));

export interface Look {
  language: Language;
  cols: number;
  rows: number;
  ambiguous: AmbiguousWidth;
}

/** Every screen is kept in each of these. */
export const LOOKS: readonly Look[] = (['zh', 'en'] as const).flatMap((language) =>
  [[80, 24] as const, [120, 36] as const].flatMap(([cols, rows]) =>
    ([1, 2] as const).map((ambiguous) => ({ language, cols, rows, ambiguous })),
  ),
);

export function lookName({ language, cols, rows, ambiguous }: Look): string {
  return `${language} ${cols}x${rows}, ambiguous characters ${ambiguous} wide`;
}

/** The platform's clock runs; on kept screens it stands. */
const CLOCK = /08:3\d/g;

/** The screen as it is kept: its lines, and where the cursor stands when it is shown. */
export function pictureOf({ text, cursor }: Emulator): string {
  const at = cursor();
  const place = at ? `cursor in column ${at.x + 1} of line ${at.y + 1}\n` : '';
  return `${text().replaceAll(CLOCK, '08:30')}\n${place}`;
}

/** Terminals that take ambiguous characters for wide have a file of their own only where it makes a difference. */
function pathOf(name: string, { language, cols, rows }: Look, isWide: boolean): string {
  return `${FOLDER}${language}-${cols}x${rows}/${name}${isWide ? '.wide' : ''}.txt`;
}

export function readGolden(name: string, look: Look): string {
  const wide = pathOf(name, look, true);
  const path = look.ambiguous === 2 && existsSync(wide) ? wide : pathOf(name, look, false);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** The looks have to come narrow first. */
export function writeGolden(name: string, look: Look, picture: string): void {
  const path = pathOf(name, look, look.ambiguous === 2);
  if (look.ambiguous === 2 && picture === readFileSync(pathOf(name, look, false), 'utf8')) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, picture);
}
