import { claim } from '../../../commands/requests/claim.ts';
import { release } from '../../../commands/requests/release.ts';
import { wake } from '../../../commands/requests/wake.ts';
import { eachItem } from '../../command/batch/each-item.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { claimLine } from '../../command/claim-line.ts';
import type { Operation } from '../../command/operation.ts';
import { snoozeLine } from '../../command/snooze-line.ts';
import { twin } from '../../command/twin.ts';
import { commandMessages } from '../../i18n/messages/command.ts';
import { triageMessages } from '../../i18n/messages/console-triage.ts';
import { translate } from '../../i18n/translate.ts';
import { complain } from '../complain.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { refreshWork } from '../queries.ts';
import type { TriageStep } from '../screen.ts';
import { whyNothing } from '../start-action.ts';
import { requestsAtHand } from '../subjects.ts';
import { withStep } from './handled.ts';
import { learnRequest } from './learn.ts';

/**
 * Claims what of the chosen is not one's own yet; when all of it is, gives it back. At once, since it is taken back as easily, and of
 * many a few are under way at a time, as in a batch.
 */
export async function claimOrRelease(desk: Desk): Promise<void> {
  const chosen = requestsAtHand(desk);
  if (chosen.length === 0) return complain(desk, whyNothing(desk));
  const free = chosen.filter(({ claim: held }) => !held?.mine);
  const action = free.length > 0 ? 'claim' : 'release';
  const numbers = (free.length > 0 ? free : chosen).map(({ no }) => no);
  const done: string[] = [];
  let refused: string | undefined;
  for await (const outcome of eachItem(numbers, (no) => setClaim(desk, action, no))) {
    const { id: no = '' } = outcome;
    if (outcome.status === 'failed') refused ??= `${no}  ${failureText(outcome.error, languageOf(desk))}`;
    else {
      done.push(no);
      const text = numbers.length === 1 ? outcome.value : countText(desk, done.length, numbers.length);
      desk.store.setState(({ triage }) => ({
        notice: { text, tone: 'good' },
        triage: withStep(triage, { action, no }),
      }));
    }
  }
  if (done.length > 0)
    desk.store.setState({ twin: twin(action === 'claim' ? claim : release, { no: done }) });
  if (refused !== undefined) complain(desk, refused);
  void refreshWork(desk.queries, numbers.length === 1 ? numbers[0] : undefined);
}

function countText(desk: Desk, tried: number, total: number): string {
  return translate(commandMessages, languageOf(desk), 'tried', { tried, total });
}

async function setClaim(desk: Desk, action: 'claim' | 'release', no: string): Promise<string> {
  const request = await desk.client[action](no);
  learnRequest(desk, request);
  return claimLine(request, languageOf(desk));
}

/** How each step is taken back. A step that is not in here has no inverse. */
const INVERSES: Readonly<
  Record<
    TriageStep['action'],
    { operation: Operation<never>; run: (desk: Desk, no: string) => Promise<string> }
  >
> = {
  claim: {
    operation: release as never,
    run: (desk, no) => setClaim(desk, 'release', no),
  },
  release: {
    operation: claim as never,
    run: (desk, no) => setClaim(desk, 'claim', no),
  },
  snooze: {
    operation: wake as never,
    run: async (desk, no) => snoozeLine(await desk.client.snooze(no, null), languageOf(desk)),
  },
};

/** Takes the last step back and goes to its request. */
export async function undoStep(desk: Desk): Promise<void> {
  const { triage, language } = desk.store.getState();
  const step = triage.steps.at(-1);
  if (!step) {
    const text = translate(triageMessages, language, 'nothingToUndo');
    desk.store.setState({ notice: { text, tone: 'plain' } });
    return;
  }
  const { operation, run } = INVERSES[step.action];
  const isDone = await write(desk, operation, step.no, () => run(desk, step.no));
  if (!isDone) return;
  desk.store.setState(({ triage: now }) => ({
    triage: {
      ...now,
      cursorNo: step.no,
      handled: step.action === 'snooze' ? without(now.handled, step.no) : now.handled,
      steps: now.steps.filter((one) => one !== step),
    },
  }));
}

function without(numbers: ReadonlySet<string>, no: string): ReadonlySet<string> {
  return new Set([...numbers].filter((one) => one !== no));
}

async function write(
  desk: Desk,
  operation: Pick<Operation<never>, 'id' | 'arguments' | 'options'>,
  no: string,
  run: () => Promise<string>,
): Promise<boolean> {
  try {
    const text = await run();
    desk.store.setState({ notice: { text, tone: 'good' }, twin: twin(operation, { no: [no] }) });
    void refreshWork(desk.queries, no);
    return true;
  } catch (error) {
    const text = failureText(failureOf(error), languageOf(desk));
    complain(desk, `${no}  ${text}`);
    void refreshWork(desk.queries, no);
    return false;
  }
}

function languageOf({ store }: Desk) {
  return store.getState().language;
}
