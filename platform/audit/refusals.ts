import type { ProblemCode } from '@district/contract/problems.ts';
import type { Logger } from 'pino';
import { districtOf } from '../access/operator.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../store/database.ts';
import { type Actor, appendAudit, NO_DISTRICT } from './append.ts';

/** Different refusals a minute that one bearer, or one address without a bearer, has entries for: what goes beyond is counted in one. */
const KINDS_MAX = 10;
/**
 * The same for everybody together. With one more entry each for what is counted, an attack leaves 120 a minute: 70 MB a day with their
 * seals, which a disk for half a year of them can hold.
 */
const ENTRIES_MAX = 60;

export interface Refusal {
  actor: Omit<Actor, 'at'>;
  action: string;
  object: string;
  code: ProblemCode;
}

/**
 * Enters refusals into the audit, behind the answer: how long an answer takes must not tell what was refused. The first of a kind is
 * entered at once; those of the same minute after it are counted and entered as one when the minute is over.
 */
export interface Refusals {
  note(refusal: Refusal): void;
  /** Enters what has been counted and waits until all is in the database. */
  flush(): Promise<void>;
}

interface Counted {
  refusal: Refusal;
  count: number;
}

const MINUTE_MS = 60_000;

export function openRefusals(db: Database, clock: Clock, log: Logger): Refusals {
  let minute = minuteOf(clock.now());
  let kinds = new Map<string, Counted>();
  let kindsOf = new Map<string, number>();
  let entries = 0;
  let writing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  function enter({ actor, action, object, code }: Refusal, count: number): void {
    const entry = { action, object, code, count, outcome: 'refused' } as const;
    const district = actor.operator ? districtOf(actor.operator) : NO_DISTRICT;
    const at = clock.now();
    writing = writing
      .then(() => appendAudit(db, { ...actor, at }, { district, ...entry }))
      .catch((error: unknown) => log.error({ err: error }, 'a refusal could not be entered into the audit'));
  }

  function closeMinute(): void {
    for (const { refusal, count } of kinds.values()) if (count > 0) enter(refusal, count);
    kinds = new Map();
    kindsOf = new Map();
    entries = 0;
    clearTimeout(timer);
    timer = undefined;
  }

  function note(refusal: Refusal): void {
    const now = minuteOf(clock.now());
    if (now !== minute) closeMinute();
    minute = now;
    const who = whoOf(refusal.actor);
    const kind = [who, refusal.action, refusal.object, refusal.code].join(' ');
    const known = kinds.get(kind);
    if (known) known.count += 1;
    else if (entries < ENTRIES_MAX && (kindsOf.get(who) ?? 0) < KINDS_MAX) {
      entries += 1;
      kindsOf.set(who, (kindsOf.get(who) ?? 0) + 1);
      kinds.set(kind, { refusal, count: 0 });
      enter(refusal, 1);
    } else
      countBeyond(entries < ENTRIES_MAX ? refusal : { ...refusal, actor: { ...refusal.actor, ...NOBODY } });
    timer ??= setTimeout(closeMinute, MINUTE_MS).unref();
  }

  /** Of one bearer, or of everybody once there are too many. */
  function countBeyond(refusal: Refusal): void {
    const kind = [whoOf(refusal.actor), BEYOND].join(' ');
    const known = kinds.get(kind);
    if (known) known.count += 1;
    else kinds.set(kind, { refusal: { ...refusal, action: BEYOND, object: '*' }, count: 1 });
  }

  return {
    note,
    async flush() {
      closeMinute();
      await writing;
    },
  };
}

/** The action under which refusals beyond the limits are counted. */
const BEYOND = 'refusals.beyond';
const NOBODY = { operator: null, bearer: null, address: null };

function whoOf({ bearer, operator, address }: Refusal['actor']): string {
  return bearer ?? operator?.id ?? address ?? 'nobody';
}

function minuteOf(at: Date): number {
  return Math.floor(at.valueOf() / MINUTE_MS);
}
