#!/usr/bin/env node
/** Writes src/command/catalogue.gen.ts from the operations in commands/, their names and summaries without what runs them, and docs/commands.md. */
import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyOperation } from '../src/command/operation.ts';

const root = new URL('../', import.meta.url);
const target = new URL('src/command/catalogue.gen.ts', root);

/** The text of the catalogue as the definitions of this moment make it. */
export async function renderCatalogue(): Promise<string> {
  const files = readdirSync(new URL('commands/', root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort();
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(fileURLToPath(target), await renderCatalogue());
  // Only now, since the reference reads the catalogue.
  const { writeReference } = await import('./reference.ts');
  await writeReference();
}
