import type { DistrictEvent, Overview } from '@district/contract/types.ts';
import { triageMessages } from '../i18n/messages/console-triage.ts';
import { translate } from '../i18n/translate.ts';
import { eventActionText } from '../i18n/words.ts';
import type { BellWish } from '../session/setting-checks.ts';
import type { Attention } from '../terminal/attention.ts';
import { complain } from './complain.ts';
import type { Desk } from './desk.ts';
import { operatorQuery, overviewQuery } from './queries.ts';
import { triageAtHand } from './rows.ts';

export interface AlertWishes {
  title: boolean;
  bell: BellWish;
}

/** Tells what has come up while somebody looked elsewhere. */
export interface Alerts {
  /** Of something that happened to a request. */
  hear(event: DistrictEvent): void;
  /** The person is here: the title is theirs again. */
  seen(): void;
  stop(): void;
}

/**
 * An urgent request that came in, and requests that passed their statutory deadline: said in the status line, counted in the title, and
 * rung where the person wants that. What one did oneself is no news.
 */
export function watchAlerts(desk: Desk, attention: Attention, wishes: AlertWishes): Alerts {
  const unseen = { urgent: 0, statutory: 0 };
  let statutory: number | undefined;

  function raise(kind: keyof typeof unseen, by: number, text: string): void {
    unseen[kind] += by;
    complain(desk, text);
    const { language } = desk.store.getState();
    if (wishes.title)
      attention.title(`${translate(triageMessages, language, 'badge', unseen)} ${desk.place.name}`);
    if (wishes.bell === 'all' || (wishes.bell === 'urgent' && kind === 'urgent')) attention.ring();
  }

  const stop = desk.queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== overviewQuery(desk.client).queryKey[0]) return;
    const now = countStatutory(query.state.data as Overview | undefined);
    if (now === undefined || now === statutory) return;
    const more = statutory === undefined ? 0 : now - statutory;
    statutory = now;
    const { language } = desk.store.getState();
    if (more > 0)
      raise('statutory', more, translate(triageMessages, language, 'turnedStatutory', { n: more }));
  });

  return {
    hear(event) {
      const { language } = desk.store.getState();
      const me = desk.queries.getQueryData(operatorQuery(desk.client).queryKey)?.name;
      if (event.by !== null && event.by === me) return;
      if (event.type === 'request.created' && event.urgent)
        raise('urgent', 1, translate(triageMessages, language, 'urgentArrived', { no: event.no }));
      else if (event.no === numberAtHand(desk) && event.by !== null)
        desk.store.setState({ notice: { text: changedText(event, event.by, language), tone: 'plain' } });
    },
    seen() {
      if (unseen.urgent + unseen.statutory === 0) return;
      unseen.urgent = 0;
      unseen.statutory = 0;
      attention.title(null);
    },
    stop() {
      stop();
      attention.title(null);
    },
  };
}

function countStatutory(overview: Overview | undefined): number | undefined {
  return overview?.groups.find(({ id }) => id === 'overdue_statutory')?.count;
}

/** The request somebody is looking at: open, or the one of triage. */
function numberAtHand(desk: Desk): string | undefined {
  const { detail, screen } = desk.store.getState();
  return detail?.no ?? (screen === 'triage' ? triageAtHand(desk)?.request.no : undefined);
}

function changedText({ no, action }: DistrictEvent, by: string, language: 'zh' | 'en'): string {
  return translate(triageMessages, language, 'changed', {
    no,
    by,
    action: eventActionText(action, language),
  });
}
