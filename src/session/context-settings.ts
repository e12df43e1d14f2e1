/** Six that sixteen-colour terminals tell apart, light or dark. */
export const CONTEXT_COLOURS = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan'] as const;
export type ContextColour = (typeof CONTEXT_COLOURS)[number];

/** One platform and identity as the settings file holds it; its token is kept apart. */
export interface ContextSettings {
  url: string;
  /** File with the certificates (PEM) of the only authorities trusted for it. */
  ca?: string;
  /** Address of the proxy on the way to it; holds no password. */
  proxy?: string;
  /** How its name is shown, so that it is not taken for another. */
  colour?: ContextColour;
  /** Before anything is changed there, its name is asked for. */
  guard?: true;
}

const TEXT_KEYS: readonly string[] = ['url', 'ca', 'proxy'];

/** Whether a value of the settings file is a context; what stands in it is checked when it is set. */
export function isContext(value: unknown): value is ContextSettings {
  if (typeof value !== 'object' || value === null || !('url' in value)) return false;
  return Object.entries(value).every(([key, one]: [string, unknown]) => {
    if (key === 'colour') return CONTEXT_COLOURS.some((colour) => colour === one);
    if (key === 'guard') return one === true;
    return TEXT_KEYS.includes(key) && typeof one === 'string';
  });
}

const SANDBOX = 'sandbox';

/** Whether a name belongs to the sandbox, which makes its contexts itself. */
export function isSandboxName(name: string): boolean {
  return name === SANDBOX || name.startsWith(`${SANDBOX}-`);
}
