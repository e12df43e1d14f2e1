import type { DistrictEvent, RequestDetail, RequestSummary } from '@district/contract/types.ts';
import { changedMessages } from '../../i18n/messages/console-changed.ts';
import { dueText } from '../../i18n/time.ts';
import { type Language, translate } from '../../i18n/translate.ts';
import { eventActionText, phaseText, stateText } from '../../i18n/words.ts';
import { clockText } from '../deadline.ts';
import type { Desk } from '../desk.ts';
import { operatorQuery } from '../queries.ts';
import type { Form, FormTarget, Seen } from './form.ts';

/** Nobody reads a sentence faster: Enter before that was meant for what stood there until then. */
const READ_MS = 1_000;

/** Said at once in an open form whose request somebody else has just changed: who, what, and what is different now. */
export async function tellForm(desk: Desk, event: DistrictEvent): Promise<void> {
  const [target] = targetsOf(desk);
  const me = desk.queries.getQueryData(operatorQuery(desk.client).queryKey);
  if (!target?.seen || event.no !== target.no || event.by === null || event.by === me?.name) return;
  if (!isNews(event, desk.store.getState().form, target)) return;
  const now = await desk.client.getRequest(target.no).catch(() => undefined);
  const { language, form } = desk.store.getState();
  if (!form || form.sending || form.targets[0]?.no !== target.no) return;
  const message = translate(changedMessages, language, 'meanwhile', {
    by: event.by,
    at: clockText(Date.parse(event.at)).slice(0, 5),
    action: stepText(event, now, language),
    what: now ? differenceText(target.seen, now, language) : '',
  });
  const told = now && target.approvalId === null ? { version: now.version, atMs: desk.clock.nowMs() } : null;
  desk.store.setState({ form: { ...form, message, told } });
}

/** Not of a version before one that is known already: of a few writes the later may be told first. */
function isNews({ action, version }: DistrictEvent, form: Form | null, target: FormTarget): boolean {
  if (version < (form?.told?.version ?? 0)) return false;
  // A claim makes no version, and is worth knowing all the same; putting off is one's own affair.
  const makesNone = action === 'claim' || action === 'release';
  return makesNone ? version >= versionOf(target) : version > versionOf(target);
}

/** `签收`; of what needs an approval, which half of it: `申请延期`, `驳回延期`. */
function stepText({ action }: DistrictEvent, now: RequestDetail | undefined, language: Language): string {
  const words = eventActionText(action, language);
  const step = now?.timeline.findLast((entry) => entry.action === action);
  if (!step || step.phase === 'done') return words;
  const phase = phaseText(step.phase, language);
  return language === 'zh' ? phase + words : `${words}: ${phase}`;
}

/** One form on one request: of several the outcome tells each. */
function targetsOf({ store }: Desk): readonly FormTarget[] {
  const { form } = store.getState();
  return form && !form.sending && form.targets.length === 1 ? form.targets : [];
}

/** An approval counts its own versions. */
function versionOf({ approvalId, version }: FormTarget): number {
  return approvalId === null ? version : 0;
}

/** The version that is meant by Enter: what was told of counts once it can have been read. */
export function versionRead({ told }: Form, target: FormTarget, nowMs: number): number {
  return told && nowMs - told.atMs >= READ_MS ? told.version : target.version;
}

/** The refusal of a form that came second, with what is different from what was seen, and that as seen from now on. */
export async function withDifference(
  desk: Desk,
  { no, seen }: FormTarget,
  { sentence, version }: { sentence: string; version: number | undefined },
): Promise<{ message: string; seen: { seen?: Seen } }> {
  if (!seen || version === undefined) return { message: sentence, seen: {} };
  const now = await desk.client.getRequest(no).catch(() => undefined);
  if (!now) return { message: sentence, seen: {} };
  const { language } = desk.store.getState();
  const { state, lead, promisedDueAt } = now;
  const what = differenceText(seen, now, language);
  return { message: sentence + what, seen: { seen: { state, lead, promisedDueAt } } };
}

/** `状态 待受理 -> 已受理;承办 未派 -> 城管。`; empty where none of it changed. */
function differenceText(before: Seen, now: RequestSummary, language: Language): string {
  const word = (key: keyof typeof changedMessages.zh) => translate(changedMessages, language, key);
  const facts: readonly (readonly [key: 'state' | 'lead' | 'deadline', before: string, now: string])[] = [
    ['state', stateText(before.state, language), stateText(now.state, language)],
    ['lead', before.lead?.name ?? word('nobody'), now.lead?.name ?? word('nobody')],
    ['deadline', dueText(before.promisedDueAt), dueText(now.promisedDueAt)],
  ];
  const changed = facts
    .filter(([, old, fresh]) => old !== fresh)
    .map(([key, old, fresh]) => `${word(key)} ${old} -> ${fresh}`);
  if (changed.length === 0) return '';
  return translate(changedMessages, language, 'different', { facts: changed.join(word('apart')) });
}
