/** Bytes by character, made by decoding every sequence there is, since Node decodes GB 18030 but does not encode it. */
let table: ReadonlyMap<string, Uint8Array> | undefined;

/** Text in GB 18030 (GB/T 18030), which has every character of Unicode; half of a surrogate pair becomes a question mark. */
export function gb18030Bytes(text: string): Uint8Array {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) bytes.push(codePoint);
    else if (codePoint > 0xffff) bytes.push(...fourBytes(codePoint - 0x1_0000, 0x90));
    else bytes.push(...(table.get(character) ?? [0x3f]));
  }
  return Uint8Array.from(bytes);
}

/** Sequences of four bytes count up: digits of base 10 and 126 by turns. */
function fourBytes(index: number, lead: number): number[] {
  return [
    lead + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1_260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ];
}

/** Sequences of four bytes for characters of the basic plane, 0x81308130 to 0x8431A439. */
const BASIC_FOURS = 39_420;

function makeTable(): Map<string, Uint8Array> {
  const made = new Map<string, Uint8Array>();
  const decoder = new TextDecoder('gb18030');
  const add = (sequence: readonly number[]) => {
    const bytes = Uint8Array.from(sequence);
    const character = decoder.decode(bytes);
    if ([...character].length === 1 && character !== '\ufffd' && !made.has(character))
      made.set(character, bytes);
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  for (let index = 0; index < BASIC_FOURS; index += 1) add(fourBytes(index, 0x81));
  return made;
}
