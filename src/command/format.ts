import { usageFailure } from './usage-failure.ts';

/** How outcomes are printed: as text, one JSON document, a document a line, or CSV. `fields` to keep, none meaning all. */
export type Format =
  | { kind: 'text' }
  | { kind: 'json'; fields: readonly string[]; jq?: string }
  | { kind: 'ndjson'; fields: readonly string[] }
  | { kind: 'csv'; fields: readonly string[]; bom: boolean };

/** The flags that choose a format, as they were given. */
interface FormatFlags {
  json?: string | true | undefined;
  jq?: string | undefined;
  ndjson?: string | true | undefined;
  csv?: string | true | undefined;
  bom?: true | undefined;
}

/** Throws a usage failure when two formats are asked for at once. */
export function readFormat({ json, jq, ndjson, csv, bom }: FormatFlags): Format {
  const asked = [json ?? jq, ndjson, csv].filter((flag) => flag !== undefined);
  if (asked.length > 1) {
    throw usageFailure({
      en: 'One of --json (with or without --jq), --ndjson and --csv.',
      zh: '--json(可加 --jq)、--ndjson、--csv 只能用一种。',
    });
  }
  if (bom && csv === undefined)
    throw usageFailure({ en: '--bom goes with --csv.', zh: '--bom 与 --csv 一起用。' });
  if (ndjson !== undefined) return { kind: 'ndjson', fields: fieldsOf(ndjson) };
  if (csv !== undefined) return { kind: 'csv', fields: fieldsOf(csv), bom: bom === true };
  if (json === undefined && jq === undefined) return { kind: 'text' };
  return { kind: 'json', fields: fieldsOf(json ?? ''), ...(jq !== undefined && { jq }) };
}

function fieldsOf(flag: string | true): string[] {
  return flag === true ? [] : flag.split(',').filter(Boolean);
}
