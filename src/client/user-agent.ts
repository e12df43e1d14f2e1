import { hostname } from 'node:os';
import manifest from '../../package.json' with { type: 'json' };

/** Characters of a machine's name: what a page has room for. */
const HOST_LENGTH_MAX = 64;

/** Who calls, as RFC 9110 10.1.5 writes it: whoever lets a console in, or looks through sessions, knows it by its machine. */
export const USER_AGENT = `district-console/${manifest.version} (${hostname()
  .replaceAll(/[^\w.-]/g, '?')
  .slice(0, HOST_LENGTH_MAX)})`;
