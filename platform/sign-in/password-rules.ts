/** Length counts, not the kinds of characters in it (NIST SP 800-63B 3.1.1). */
export const PASSWORD_LENGTH_MIN = 10;
/** More is no longer typed by anybody, and each character is hashed. */
export const PASSWORD_LENGTH_MAX = 128;
