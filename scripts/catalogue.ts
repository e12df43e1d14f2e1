#!/usr/bin/env node
/**
 * Writes src/command/catalogue.gen.ts from the operations in commands/, their names and summaries without what runs them, the help of the
 * whole program, and docs/commands.md.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyOperation } from '../src/command/operation.ts';

const root = new URL('../', import.meta.url);
const target = new URL('src/command/catalogue.gen.ts', root);
const rootHelpTarget = new URL('src/command/root-help.gen.ts', root);

/** The text of the catalogue as the definitions of this moment make it. */
export async function renderCatalogue(): Promise<string> {
  const files = readdirSync(new URL('commands/', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    // By the name alone: requests remind before requests remind-units, as completion offers them.
    .sort()
    .map((name) => `${name}.ts`);
  const entries = [];
  for (const file of files) {
    const module = (await import(new URL(`commands/${file}`, root).href)) as Record<string, AnyOperation>;
    const [name, operation] =
      Object.entries(module).find(([, value]) => typeof value.run === 'function') ?? [];
    if (name === undefined || operation === undefined)
      throw new Error(`commands/${file} exports no operation`);
    entries.push({ file, name, id: operation.id, summary: operation.summary });
  }
  return [
    '// Made by scripts/catalogue.ts from commands/; a test compares the two.',
    "import type { CatalogueEntry } from './catalogue.ts';",
    '',
    'export const CATALOGUE: readonly CatalogueEntry[] = [',
    ...entries.map(
      ({ file, name, id, summary }) =>
        `  { id: ${JSON.stringify(id)}, summary: ${JSON.stringify(summary)}, load: () => import('../../commands/${file}').then((module) => module.${name}) },`,
    ),
    '];',
    '',
  ].join('\n');
}

/** Columns the help of the whole program is rendered for: what a terminal has that does not say. */
const HELP_COLUMNS = 80;

/** The help of the whole program in both languages, for those who ask for nothing else. */
export async function renderRootHelp(): Promise<string> {
  const { rootHelp } = await import('../src/command/help.ts');
  return [
    '// Made by scripts/catalogue.ts from the nouns and options there are; a test compares the two.',
    '',
    `export const ROOT_HELP_COLUMNS = ${HELP_COLUMNS};`,
    'export const ROOT_HELP = {',
    ...(['zh', 'en'] as const).map(
      (language) => `  ${language}: ${JSON.stringify(rootHelp(language, HELP_COLUMNS))},`,
    ),
    '};',
    '',
  ].join('\n');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(target), await renderCatalogue());
  writeFileSync(fileURLToPath(rootHelpTarget), await renderRootHelp());
  // Only now, since the reference reads the catalogue.
  const { writeReference } = await import('./reference.ts');
  await writeReference();
}
