import type { Desk } from '../desk.ts';
import { signInAgain } from '../sign-in/sign-in-again.ts';

/** Keys while the session is over and the panel that says so is open. False leaves the key to what lies under it. */
export function signInKey(desk: Desk, key: string): boolean {
  const { signIn, form, palette } = desk.store.getState();
  if (signIn === null) return false;
  if (signIn.hidden) {
    // Whatever needs the platform ends at the panel again; what does not can be looked at.
    if (key !== 'return') return false;
    desk.store.setState({ signIn: { ...signIn, hidden: false } });
    return true;
  }
  if (key === 'escape') desk.store.setState({ signIn: { ...signIn, hidden: true } });
  else if (key === 'return' && signIn.message !== null) void signInAgain(desk);
  // Whoever is in the middle of a sentence goes on typing it: the session ended, not the thought.
  else if (form || palette) return key === 'return';
  else if (key === 'q') desk.exit(0);
  return true;
}
