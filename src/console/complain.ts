import type { Desk } from './desk.ts';

/** Says why something cannot be, in the line below the screen. */
export function complain(desk: Pick<Desk, 'store'>, text: string): void {
  desk.store.setState({ notice: { text, tone: 'bad' } });
}
