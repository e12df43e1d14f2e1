import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (name: string) => fileURLToPath(new URL(`certificates/${name}`, import.meta.url));

/** An authority made for these tests alone, and what a server for `localhost` and `platform.example` shows that it signed. */
export const AUTHORITY = at('authority.pem');
export const AUTHORITY_TEXT = readFileSync(AUTHORITY, 'utf8');
/** Of another authority, whose time ended on 2020-01-01. */
export const EXPIRED = at('expired.pem');
export const NOT_A_CERTIFICATE = fileURLToPath(import.meta.url);
export const SERVER = {
  key: readFileSync(at('server-key.pem'), 'utf8'),
  cert: readFileSync(at('server.pem'), 'utf8'),
};
