/** Login names as the contract has them: small letters first, one person's whatever the case. */
export const LOGIN_LENGTH_MIN = 2;
export const LOGIN_LENGTH_MAX = 32;
export const LOGIN_PATTERN = /^[a-z][a-z0-9._-]*$/;

/** As it is kept: what a phone's keyboard makes of a name (a capital first letter, a space after it) is still that name. */
export function normalLogin(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

export function isLogin(login: string): boolean {
  return login.length >= LOGIN_LENGTH_MIN && login.length <= LOGIN_LENGTH_MAX && LOGIN_PATTERN.test(login);
}
