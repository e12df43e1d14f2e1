import { ExpectedFailure } from '../command/operation.ts';
import { safeJson, safeText } from './safe-text.ts';

/**
 * The lines jq makes of a document: texts as they are, everything else as JSON. The expression is gathered into one array, so that one
 * that fails half-way prints nothing. Throws a usage failure that says what jq said.
 */
export async function jqLines(document: unknown, expression: string): Promise<string[]> {
  const { default: jq } = await import('jq-wasm');
  let output: string;
  try {
    output = await jq.raw(JSON.stringify(document), `[(${expression}\n)]`, ['-c']);
  } catch (error) {
    throw jqFailure(error as Error);
  }
  return (JSON.parse(output) as unknown[]).map((value) =>
    typeof value === 'string' ? safeText(value) : safeJson(value),
  );
}

const SAID_BY_JQ = /^(?:Failed to execute raw query: )?jq: (?:error:? )?(.*)/;

function jqFailure(error: Error): Error {
  const said = SAID_BY_JQ.exec(error.message)?.[1];
  if (said === undefined) return error;
  return new ExpectedFailure({
    kind: 'usage',
    message: { en: `--jq: ${safeText(said)}`, zh: `--jq:${safeText(said)}` },
    exit: 2,
  });
}
