import { readFile } from 'node:fs/promises';
import { problemFailure, readProblem } from '../../src/client/problem-failure.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { readStandardInput } from '../../src/command/standard-input.ts';
import { usageFailure } from '../../src/command/usage-failure.ts';
import { safeJson } from '../../src/output/safe-text.ts';

export const call: Operation = {
  id: 'api',
  summary: { zh: '直接调用平台接口', en: 'call the platform’s interface directly' },
  effect: 'write',
  arguments: [
    {
      name: 'method',
      summary: { zh: 'GET、POST 等', en: 'GET, POST and so on' },
      required: true,
      variadic: false,
    },
    {
      name: 'path',
      summary: { zh: '路径,如 /v1/me', en: 'path, such as /v1/me' },
      required: true,
      variadic: false,
    },
  ],
  options: [
    { name: 'body', value: 'JSON|@FILE|-', summary: { zh: '请求体', en: 'the body' } },
    {
      name: 'header',
      value: 'NAME:VALUE',
      repeatable: true,
      summary: { zh: '请求头,可多次给出', en: 'a header; may be given again' },
    },
  ],
  examples: [
    'district api GET /v1/me',
    `district api POST /v1/requests/GL261112-0042/actions/remind --body '{"remark":"请尽快"}'`,
  ],
  onlyReads: (input) => /^(get|head)$/i.test(text(input, 'method') ?? ''),
  async *run(input, context) {
    const method = (text(input, 'method') ?? '').toUpperCase();
    const body = await readBody(text(input, 'body'), context.signal);
    const headers = Object.fromEntries(texts(input, 'header').map(readHeader));
    const client = await context.client();
    const answer = await client.raw(method, text(input, 'path') ?? '', {
      headers,
      ...(body !== undefined && { body }),
    });
    const problem = readProblem(answer.body);
    if (problem) yield { status: 'failed', error: problemFailure(problem) };
    else yield { status: 'done', value: answer.body };
  },
  print: {
    lines: (value) => [typeof value === 'string' ? value : safeJson(value, 2)],
  },
};

async function readBody(body: string | undefined, signal: AbortSignal): Promise<string | undefined> {
  const content = body?.startsWith('@') ? await readFile(body.slice(1), 'utf8').catch(unreadable) : body;
  return content === '-' ? readStandardInput(signal) : content;
}

function unreadable(error: NodeJS.ErrnoException): never {
  throw usageFailure({ en: `--body: ${error.message}`, zh: `--body:${error.message}` });
}

/** Header names are matched in lower case, so that Idempotency-Key and If-Match replace the ones made here. */
function readHeader(header: string): [string, string] {
  const colon = header.indexOf(':');
  if (colon > 0) return [header.slice(0, colon).trim().toLowerCase(), header.slice(colon + 1).trim()];
  throw usageFailure({ en: '--header is written NAME:VALUE.', zh: '--header 写作 名称:值。' });
}
