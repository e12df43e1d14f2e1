/** Writes contract/openapi.json from the contract's schemas; with --check it only says whether the file is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createApp } from '../platform/http/app.ts';
import type { Services } from '../platform/http/environment.ts';
import { openApiDocument } from '../platform/http/openapi-document.ts';

const FILE = new URL('../contract/openapi.json', import.meta.url);

// The document is made from the routes alone: no service is touched.
const made = `${JSON.stringify(openApiDocument(createApp({} as Services)), null, 2)}\n`;

if (!process.argv.includes('--check')) writeFileSync(FILE, made);
else if (readFileSync(FILE, 'utf8') !== made) {
  process.stderr.write(
    'contract/openapi.json is not what the schemas say: run npm run openapi and commit it.\n',
  );
  process.exitCode = 1;
}
