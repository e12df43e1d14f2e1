import type { Reader } from '../store/database.ts';

/** How old what is known may be: an address that somebody got in from by another process is a stranger's on this one for so long. */
const KNOWN_MS = 60_000;
/** Addresses kept: 50 bytes each, for ten times a city's consoles. */
const KEPT_MAX = 100_000;

/** Addresses that anybody has signed in from, in memory: whoever is asked for by thousands at once must not ask the database for each. */
export class FamiliarAddresses {
  private readonly db: Reader;
  private known: ReadonlySet<string> | undefined;
  /** Since they were last read. */
  private readonly added = new Set<string>();
  private readAtMs = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(db: Reader) {
    this.db = db;
  }

  async has(address: string): Promise<boolean> {
    if (performance.now() - this.readAtMs > KNOWN_MS) {
      this.reading ??= this.read().finally(() => {
        this.reading = undefined;
      });
      // What was known a minute ago will do while it is read anew.
      if (this.known) this.reading.catch(() => undefined);
      else await this.reading;
    }
    return this.known?.has(address) || this.added.has(address);
  }

  /** Somebody has just got in from it, which is written down already. */
  add(address: string): void {
    this.added.add(address);
  }

  private async read(): Promise<void> {
    const added = [...this.added];
    const rows = await this.db
      .selectFrom('familiar_addresses')
      .select('address')
      .distinct()
      .limit(KEPT_MAX)
      .execute();
    this.known = new Set(rows.map(({ address }) => address));
    // Those that came while it was read may not be among them.
    for (const address of added) this.added.delete(address);
    this.readAtMs = performance.now();
  }
}
