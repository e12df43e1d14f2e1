import { type KeyRing, parseKeyRing } from './key-ring.ts';
import type { KeySource } from './key-source.ts';
import type { Place, SealingKey } from './sealing-key.ts';

/** How long a running platform goes on with a ring before it looks whether the file has changed: so soon does a rotation reach it. */
const LOOK_INTERVAL_MS = 2_000;

/** The ring in use; follows its file, so that keys are added while the platform runs. */
export class Keys {
  readonly #source: KeySource;
  #ring: KeyRing;
  #stamp: string;
  #lookedAtMs = performance.now();

  constructor(source: KeySource, ring: KeyRing) {
    this.#source = source;
    this.#ring = ring;
    this.#stamp = source.stamp();
  }

  /** The key that seals now. */
  current(): SealingKey {
    if (performance.now() - this.#lookedAtMs > LOOK_INTERVAL_MS) this.#look();
    return this.#ring.current;
  }

  /** Every key of the ring, the current one last. */
  all(): readonly SealingKey[] {
    return this.#ring.keys;
  }

  /** Opens a value by the key it names. */
  open(sealed: string, place: Place): string {
    const id = sealed.split(':', 2)[1] ?? '';
    if (!this.#find(id)) this.#look();
    const key = this.#find(id);
    if (!key)
      throw new Error(`the key ${id} of ${place.table}.${place.column} is not in ${this.#source.name}`);
    return key.open(sealed, place);
  }

  /** Blind indexes under every key of the ring: values not yet sealed anew are found as well, and those sealed anew a moment ago. */
  indexesOf(kind: string, text: string): string[] {
    this.#look();
    return this.#ring.keys.map((key) => key.indexOf(kind, text));
  }

  #find(id: string): SealingKey | undefined {
    return this.#ring.keys.find((key) => key.id === id);
  }

  #look(): void {
    this.#lookedAtMs = performance.now();
    const stamp = this.#source.stamp();
    if (stamp === this.#stamp) return;
    const text = this.#source.read();
    // Taken away under a running platform: it goes on with what it has, and the next start says what is missing.
    if (text === undefined) return;
    this.#ring = parseKeyRing(text, this.#source.name);
    this.#stamp = stamp;
  }
}
