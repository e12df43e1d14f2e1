import { nearest } from '@district/contract/filter/nearest.ts';

/**
 * Columns of the console's lists in the order in which they stand, each with its priority: where there is no room the one with the
 * highest number goes first. The rest can be chosen.
 */
export const LIST_COLUMNS = {
  requests: {
    usual: { light: 4, due: 3, no: 1, title: 2, lead: 6, flags: 9 },
    others: { state: 5, place: 6, submitted: 7, statutory: 7, item: 7, source: 8 },
  },
  notices: { usual: { no: 1, state: 3, title: 2, audience: 5, bar: 9, figure: 4 }, others: { created: 6 } },
  approvals: {
    usual: { 'decide-by': 3, kind: 4, no: 1, applicant: 5, title: 2, reason: 6 },
    others: { opened: 7 },
  },
  operators: { usual: { login: 1, name: 2, role: 3, place: 5, state: 4 }, others: {} },
  audit: {
    usual: { at: 2, who: 3, action: 4, object: 1, outcome: 5 },
    others: { address: 6, chain: 7 },
  },
} as const satisfies Record<string, Record<'usual' | 'others', Readonly<Record<string, number>>>>;

export type ListName = keyof typeof LIST_COLUMNS;
export type ColumnId<L extends ListName> =
  | (keyof (typeof LIST_COLUMNS)[L]['usual'] & string)
  | (keyof (typeof LIST_COLUMNS)[L]['others'] & string);

export interface ChosenColumn {
  id: string;
  /** 1 stays longest, 9 goes first. */
  priority: number;
}
export type ChosenColumns = Readonly<Partial<Record<ListName, readonly ChosenColumn[]>>>;

/** All that a list can show, the usual ones first. */
export function knownColumns(list: ListName): ChosenColumn[] {
  const { usual, others } = LIST_COLUMNS[list];
  return Object.entries({ ...usual, ...others }).map(([id, priority]) => ({ id, priority }));
}

/** What a list shows: what a person chose, else what is usual. */
export function shownColumns(list: ListName, chosen: ChosenColumns): readonly ChosenColumn[] {
  const { usual } = LIST_COLUMNS[list];
  return chosen[list] ?? knownColumns(list).filter(({ id }) => Object.hasOwn(usual, id));
}

/** As the settings hold it: `requests=no,title,due:9 audit=at,who,object`; priorities are written where they are not the column's own. */
export function writtenColumns(chosen: ChosenColumns): string {
  return Object.entries(chosen)
    .map(([list, columns]) => {
      const own = new Map(knownColumns(list as ListName).map(({ id, priority }) => [id, priority]));
      return `${list}=${columns.map(({ id, priority }) => (own.get(id) === priority ? id : `${id}:${priority}`)).join(',')}`;
    })
    .join(' ');
}

interface Sentence {
  zh: string;
  en: string;
}

type Read = { ok: true; columns: ChosenColumns } | { ok: false; wrong: Sentence };

/** Reads what the settings hold; says what is wrong with it otherwise. */
export function readColumns(written: string): Read {
  const columns: Partial<Record<ListName, readonly ChosenColumn[]>> = {};
  for (const part of written.split(/\s+/).filter(Boolean)) {
    const [, list = part, words = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    if (!Object.hasOwn(LIST_COLUMNS, list))
      return unknown({ en: 'list', zh: '列表' }, list, Object.keys(LIST_COLUMNS));
    const read = readList(list as ListName, words.split(',').filter(Boolean));
    if (!Array.isArray(read)) return read as Read;
    columns[list as ListName] = read;
  }
  return { ok: true, columns };
}

function readList(list: ListName, words: readonly string[]): ChosenColumn[] | Read {
  const known = knownColumns(list);
  const chosen: ChosenColumn[] = [];
  for (const word of words) {
    const [, id = word, digit] = /^(.*?)(?::([1-9]))?$/.exec(word) ?? [];
    const column = known.find((one) => one.id === id);
    if (!column)
      return unknown(
        { en: `column of ${list}`, zh: `${list} 的栏` },
        id,
        known.map((one) => one.id),
      );
    if (chosen.some((one) => one.id === id))
      return wrong({ en: `${list}: ${id} stands there twice`, zh: `${list}:${id} 写了两次` });
    chosen.push({ id, priority: digit === undefined ? column.priority : Number(digit) });
  }
  return chosen.length > 0
    ? chosen
    : wrong({ en: `${list}: no column is left`, zh: `${list}:一栏也没有留下` });
}

function unknown(what: Sentence, word: string, known: readonly string[]): Read {
  const suggestion = nearest(word, known);
  return wrong({
    en: `there is no ${what.en} "${word}"${suggestion ? `, did you mean ${suggestion}?` : `; there are ${known.join(', ')}`}`,
    zh: `没有${what.zh} "${word}"${suggestion ? `,是否想用 ${suggestion}?` : `,有 ${known.join('、')}`}`,
  });
}

function wrong(sentence: Sentence): Read {
  return { ok: false, wrong: sentence };
}
