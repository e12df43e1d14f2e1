import type { CreatedToken } from '@district/contract/types.ts';
import { SCOPES, type Scope } from '@district/contract/vocabulary.ts';
import { text, texts } from '../../src/command/input.ts';
import { ExpectedFailure, type Operation } from '../../src/command/operation.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';

export const create: Operation<CreatedToken> = {
  id: 'token.create',
  summary: { zh: '给脚本做一个令牌,只显示这一次', en: 'make a token for a script; it is shown this once' },
  effect: 'write',
  options: [
    { name: 'name', value: 'TEXT', required: true, summary: { zh: '用途', en: 'what it is for' } },
    {
      name: 'scope',
      value: 'SCOPE',
      required: true,
      repeatable: true,
      choices: SCOPES,
      summary: { zh: '权限范围(可多次);写含读', en: 'what it may do, repeatable; writing includes reading' },
    },
    {
      name: 'until',
      value: 'DATE',
      required: true,
      summary: {
        zh: '最后一天,如 2026-12-31,一年之内',
        en: 'its last day, such as 2026-12-31, within a year',
      },
    },
    ...WRITE_OPTIONS,
  ],
  examples: ['district token create --name nightly --scope requests:read --until 2026-12-31 > token'],
  async *run(input, context) {
    const wish = {
      name: text(input, 'name') ?? '',
      scopes: texts(input, 'scope') as Scope[],
      until: text(input, 'until') ?? '',
    };
    const made = await (await context.client()).createToken(wish, writeOptions(input));
    const { name, id, scopes } = made;
    if (made.token === null && writeOptions(input).dryRun !== true) throw shownBefore(id);
    context.say(
      context.language === 'zh'
        ? `令牌“${name}”(${scopes?.join(' ')}),至 ${wish.until};只显示这一次。撤销:district token revoke ${id}`
        : `Token “${name}” (${scopes?.join(' ')}) until ${wish.until}; shown this once. To revoke: district token revoke ${id}`,
    );
    yield { status: 'done', id, value: made };
  },
  print: { lines: ({ token }) => (token === null ? [] : [token]) },
};

/** The same write was done before and its answer lost: the token is gone with it. */
function shownBefore(id: string): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'token_shown_before',
    message: {
      en: 'This token was made by an earlier try, and is shown only once.',
      zh: '这个令牌在上一次已经做好,且只显示一次。',
    },
    hint: {
      en: `Revoke it (district token revoke ${id}) and make another with a new key.`,
      zh: `请撤销它(district token revoke ${id}),再换一个键重做。`,
    },
    exit: 1,
  });
}
