import { failureOf } from '../../command/catch-failure.ts';
import type { Failure } from '../../command/operation.ts';
import { signInMessages } from '../../i18n/messages/sign-in.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { operatorQuery } from '../queries.ts';
import type { SignInState } from './state.ts';

/** The session is over: says so over the screen, which stays as it is, and asks at once for a code to sign in again. */
export function noteEnded(desk: Desk, why: Failure): void {
  if (desk.store.getState().signIn !== null) return;
  desk.store.setState({ signIn: { why, code: null, message: null, hidden: false } });
  void signInAgain(desk);
}

/** Signs in right here. What was typed stays; whoever comes back sees everything as the platform has it now. */
export async function signInAgain(desk: Desk): Promise<void> {
  const { store, queries, client, reopen } = desk;
  const before = queries.getQueryData(operatorQuery(client).queryKey);
  change(desk, { code: null, message: null, hidden: false });
  const { language } = store.getState();
  try {
    const steps = reopen();
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) change(desk, { code: step.value });
    const me = step.value;
    const isOther = before !== undefined && before.id !== me.id;
    const text = isOther
      ? translate(signInMessages, language, 'other', { name: me.name, before: before.name })
      : translate(signInMessages, language, 'again');
    store.setState({ signIn: null, notice: { text, tone: isOther ? 'bad' : 'good' } });
    void queries.invalidateQueries();
  } catch (error) {
    const failure = failureOf(error);
    const message = translate(signInMessages, language, 'failed', { why: failureText(failure, language) });
    change(desk, { code: null, message });
  }
}

function change({ store }: Desk, part: Partial<SignInState>): void {
  store.setState(({ signIn }) => ({ signIn: signIn && { ...signIn, ...part } }));
}

/** Resolves once the session lasts again, or the signal aborts. */
export function signedIn({ store }: Desk, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.getState().signIn !== null && !signal.aborted) return;
      unsubscribe();
      signal.removeEventListener('abort', look);
      resolve();
    };
    const unsubscribe = store.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}
