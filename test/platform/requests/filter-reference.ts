import type { Comparison, FilterTerm, FilterTest } from '@district/contract/filter/terms.ts';
import type { RequestRow } from '../../../platform/store/schema/requests.ts';

const OPEN = ['submitted', 'accepted', 'assigned', 'in_progress', 'suspended'];
const HOUR_MS = 3_600_000;

/** Whether a request is one that the filter asks for, reckoned one request at a time and as the language is explained to people. */
export function matches(row: RequestRow, terms: readonly FilterTerm[], now: Date): boolean {
  return terms.every((term) => fits(row, term, now) !== term.negated);
}

function fits(row: RequestRow, test: FilterTest, now: Date): boolean {
  switch (test.key) {
    case 'is':
      return test.values.some((value) => isIt(row, value, now));
    case 'state':
    case 'category':
    case 'item':
    case 'source':
      return (test.values as string[]).includes(row[test.key]);
    case 'light':
      return (test.values as string[]).includes(lightOf(row, now));
    case 'approval':
      return (test.values as string[]).includes(row.open_approval ?? 'none');
    case 'rating':
      return (test.values as string[]).includes(row.rating ?? 'none');
    case 'region':
      return test.values.some((prefix) =>
        prefix === 'none' ? row.region === row.street : row.region.startsWith(prefix),
      );
    case 'to':
      return unitsOf(test).some((unit) => (row.lead ?? 'none') === unit);
    case 'assistant':
      return unitsOf(test).some((unit) =>
        unit === 'none' ? row.assistants.length === 0 : row.assistants.includes(unit),
      );
    case 'unit':
      return unitsOf(test).some((unit) =>
        unit === 'none'
          ? row.lead === null && row.assistants.length === 0
          : [row.lead, ...row.assistants].includes(unit),
      );
    case 'no':
      return test.values.some((value) =>
        /^[A-Z]{2}\d{6}-\d{4,}$/.test(value) ? row.no === value : row.no.startsWith(value),
      );
    case 'external':
      return test.values.some((value) => row.external_no?.startsWith(value) ?? false);
    case 'age':
    case 'idle': {
      const since = test.key === 'age' ? row.submitted_at : row.last_action_at;
      const hours = (now.valueOf() - since.valueOf()) / HOUR_MS;
      // An age is reached, not hit to the millisecond.
      return compares(hours, test.comparison === '=' ? '>=' : test.comparison, test.hours);
    }
    case 'due':
      return fitsDay(lastDay(row.promised_due_at), test.comparison, test.date, now);
    case 'statutory':
      return fitsDay(lastDay(row.statutory_due_at), test.comparison, test.date, now);
    case 'submitted':
      return fitsDay(dayOf(row.submitted_at), test.comparison, test.date, now);
    case 'acted':
      return fitsDay(dayOf(row.last_action_at), test.comparison, test.date, now);
    case 'returns':
    case 'reminders':
    case 'round':
      return compares(row[test.key], test.comparison, test.count);
    case 'text':
      return test.values.some((value) => says(row, value));
  }
}

function isIt(row: RequestRow, value: string, now: Date): boolean {
  const open = OPEN.includes(row.state);
  const at = row.paused_since ?? now;
  const passed = (due: Date | null) =>
    open && due !== null && due <= at && (row.promised_due_at as Date) <= now;
  switch (value) {
    case 'open':
      return open;
    case 'finished':
      return !open;
    case 'overdue':
      return passed(row.promised_due_at);
    case 'overdue-statutory':
      return passed(row.statutory_due_at);
    case 'due-today':
      return (
        open &&
        row.paused_since === null &&
        row.promised_due_at !== null &&
        row.promised_due_at > now &&
        lastDay(row.promised_due_at) === dayOf(now)
      );
    case 'unassigned':
      return open && row.lead === null;
    case 'urgent':
      return row.urgent;
    case 'vulnerable':
      return row.vulnerable;
    case 'returned':
      return row.returns > 0;
    case 'arbitration':
      return open && row.arbitration;
    case 'awaiting-approval':
      return row.open_approval !== null;
    case 'claimed':
      return open && row.claimed_until !== null && row.claimed_until > now;
    case 'rectification':
      return row.rectification === 'open' || row.rectification === 'under_way';
    case 'provisional':
      return row.provisional;
    case 'claimed':
      return open && row.claimed_until !== null && row.claimed_until > now;
    case 'merged':
      return row.merged_into !== null;
    case 'rectification':
      return row.rectification === 'open' || row.rectification === 'under_way';
    default:
      return row.round > 1;
  }
}

function lightOf(row: RequestRow, now: Date): string {
  if (!OPEN.includes(row.state)) return 'none';
  const at = row.paused_since ?? now;
  if (row.promised_due_at !== null && row.promised_due_at <= at) return 'red';
  return row.yellow_at !== null && row.yellow_at <= at ? 'yellow' : 'green';
}

function unitsOf({ values }: Extract<FilterTest, { key: 'to' | 'assistant' | 'unit' }>): string[] {
  return values.map((unit) => (unit === 'none' ? unit : `${unit.kind}:${unit.id}`));
}

function dayOf(at: Date): string {
  return at.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** A deadline at 24:00 belongs to the day that ends. */
function lastDay(at: Date | null): string | null {
  return at && dayOf(new Date(at.valueOf() - 1));
}

function fitsDay(day: string | null, comparison: Comparison, date: string, now: Date): boolean {
  if (day === null) return false;
  const shift = { yesterday: -24, today: 0, tomorrow: 24 }[date];
  return compares(
    day,
    comparison,
    shift === undefined ? date : dayOf(new Date(now.valueOf() + shift * HOUR_MS)),
  );
}

function compares<T extends string | number>(a: T, comparison: Comparison, b: T): boolean {
  if (comparison === '<') return a < b;
  if (comparison === '<=') return a <= b;
  if (comparison === '>') return a > b;
  return comparison === '>=' ? a >= b : a === b;
}

/** Each run of letters and digits stands somewhere in the text. */
function says(row: RequestRow, phrase: string): boolean {
  const runs = (text: string) =>
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((run) => run !== '');
  const wanted = runs(phrase);
  const body = runs(`${row.title} ${row.body} ${row.address_masked ?? ''}`);
  return wanted.length > 0 && wanted.every((run) => body.some((one) => one.includes(run)));
}
