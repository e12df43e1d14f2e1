import { ExpectedFailure } from '../command/operation.ts';
import { safeJson, safeText } from './safe-text.ts';

/**
 * The lines jq makes of a document: texts as they are, everything else as JSON. The expression is gathered into one array, so that one
 * that fails half-way prints nothing. Throws a usage failure that says what jq said.
 */
export async function jqLines(document: unknown, expression: string): Promise<string[]> {
  const { raw } = await import('jq-wasm');
  const { stdout, stderr, exitCode } = await raw(JSON.stringify(document), `[(${expression}\n)]`, ['-c']);
  if (exitCode !== 0) throw jqFailure(stderr);
  // An expression may stop jq (`halt`) before there is anything to print.
  const values: unknown[] = stdout === '' ? [] : JSON.parse(stdout);
  return values.map((value) => (typeof value === 'string' ? safeText(value) : safeJson(value)));
}

function jqFailure(stderr: string): ExpectedFailure {
  const said = safeText(stderr.split('\n')[0]?.replace(/^jq: (?:error:? )?/, '') ?? '');
  return new ExpectedFailure({
    kind: 'usage',
    message: { en: `--jq: ${said}`, zh: `--jq:${said}` },
    exit: 2,
  });
}
