import { BlockList, isIP } from 'node:net';
import { PlatformError } from '../platform-error.ts';

/** How the platform is reached, as whoever runs it has said. */
export interface Network {
  /** The address people reach it at, without a slash at the end; made from the request when not given. */
  publicUrl: string | null;
  /** Proxies whose word about a client's address, host and scheme is taken. */
  isTrusted(address: string): boolean;
  /** Off for measuring alone. */
  rateLimited: boolean;
}

/** No proxy in front, the address as each client writes it. */
export const DIRECT: Network = { publicUrl: null, isTrusted: () => false, rateLimited: true };

export interface Seen {
  /** Of the client; null when called without a connection. */
  address: string | null;
  /** `https://district.example`, as the client wrote it. */
  origin: string;
  isSecure: boolean;
  isLoopback: boolean;
}

/** Reads `10.0.0.0/8`, `::1` and the like. Fails with `usage`. */
export function trusting(proxies: readonly string[]): Network['isTrusted'] {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits, more] = proxy.trim().split('/');
    const family = isIP(address);
    const widest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN;
    if (family === 0 || more !== undefined || !(prefix >= 0 && prefix <= widest)) {
      throw new PlatformError(
        'usage',
        `--trusted-proxy ${proxy} is not an address or a range of them.`,
        'Write 10.1.2.3, 10.1.0.0/16 or an IPv6 address.',
      );
    }
    list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  }
  return (address) => isIP(address) > 0 && list.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Who asks, and how they reached us. Headers tell it only when a trusted proxy sent them: anybody can write X-Forwarded-For. Of a chain,
 * the last address that is no trusted proxy counts, since what stands before it was written by that client.
 */
export function seenFrom(network: Network, peer: string | null, headers: Headers): Seen {
  const socket = plainAddress(peer);
  const viaProxy = socket !== null && network.isTrusted(socket);
  const chain = viaProxy ? forwardedFor(headers) : [];
  const client = chain.findLast((address) => !network.isTrusted(address)) ?? chain[0] ?? socket;
  const host = (viaProxy && lastOf(headers.get('x-forwarded-host'))) || headers.get('host') || 'localhost';
  const scheme = viaProxy && lastOf(headers.get('x-forwarded-proto')) === 'https' ? 'https' : 'http';
  const origin = network.publicUrl ?? originOf(scheme, host);
  return {
    address: client,
    origin,
    isSecure: origin.startsWith('https:'),
    isLoopback: LOOPBACK.test(new URL(origin).hostname),
  };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

function originOf(scheme: string, host: string): string {
  const url = `${scheme}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : 'http://localhost';
}

/** X-Forwarded-For, or else the addresses of Forwarded (RFC 7239). */
function forwardedFor(headers: Headers): string[] {
  const plain = headers.get('x-forwarded-for')?.split(',');
  const named = () =>
    [...(headers.get('forwarded') ?? '').matchAll(/for="?\[?([^\s;,"\]]+)/gi)].map(
      ([, address = '']) => address,
    );
  return (plain ?? named()).map(withoutPort).filter((address) => isIP(address) > 0);
}

function withoutPort(text: string): string {
  const address = text.trim();
  return /^[\d.]+:\d+$/.test(address) ? address.replace(/:\d+$/, '') : address;
}

function lastOf(header: string | null): string | undefined {
  return header?.split(',').at(-1)?.trim();
}

/** An IPv4 address that came in over IPv6 is written as itself. */
function plainAddress(address: string | null): string | null {
  return address?.replace(/^::ffff:(?=\d+\.)/, '') ?? null;
}

/** Addresses that are one client's for counting: an IPv6 line hands out 2^64 of them. */
export function countedAddress(address: string | null): string {
  if (address === null) return 'none';
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const groups = address.includes('::')
    ? [...before, ...Array.from({ length: 8 - before.length - after.length }, () => '0'), ...after]
    : before;
  return groups.slice(0, 4).join(':');
}
