/** Login names: short, typed on any keyboard, and one person's whatever the case. */
export const LOGIN_LENGTH_MIN = 3;
export const LOGIN_LENGTH_MAX = 30;
export const LOGIN_PATTERN = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/;
