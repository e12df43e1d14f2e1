/** As it is kept: what a phone's keyboard makes of a name (a capital first letter, a space after it) is still that name. */
export function normalLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}
