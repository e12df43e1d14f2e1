/** One way of writing for each number, so that a look-up finds it however it was typed: full-width digits, spaces, dashes, +86. */

const CHINA_PREFIX = /^(?:00)?86(?=1\d{10}$|0\d{9,11}$)/;

export function normalPhone(phone: string): string {
  return phone.normalize('NFKC').replaceAll(/\D/g, '').replace(CHINA_PREFIX, '');
}

export function normalIdentity(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
}
