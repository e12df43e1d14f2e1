export type Fetch = typeof globalThis.fetch;

/** How to get to a platform where the plain way is not enough. */
export interface Road {
  /** PEM text of the only authorities trusted for this platform; without it those that Node knows. */
  ca?: string;
  /** Address of a proxy that tunnels (HTTP CONNECT); `http://` or `https://`. */
  proxy?: string;
}
