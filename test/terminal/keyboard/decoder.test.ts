import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createInputDecoder, type TerminalInput } from '../../../src/terminal/keyboard/decoder.ts';

/** What is read when the bytes come in these packets. */
function read(...packets: (string | Uint8Array)[]): TerminalInput[] {
  const decoder = createInputDecoder();
  return [...packets.flatMap((packet) => decoder.push(Buffer.from(packet))), ...decoder.flush()];
}

const keys = (...packets: (string | Uint8Array)[]) =>
  read(...packets).map((input) => (input.kind === 'key' ? input.key : `<${input.kind}>`));

describe('keys as terminals send them', () => {
  test.each([
    ['xterm arrows, plain and in application mode', '\x1b[A\x1bOB', ['up', 'down']],
    [
      'xterm arrows with what is held',
      '\x1b[1;5C\x1b[1;3D\x1b[1;2A\x1b[1;8B',
      ['ctrl+right', 'alt+left', 'shift+up', 'ctrl+alt+shift+down'],
    ],
    ['rxvt arrows with what is held', '\x1bOc\x1b[d\x1b\x1b[A', ['ctrl+right', 'shift+left', 'alt+up']],
    [
      'Home and End of xterm, VT220, rxvt',
      '\x1b[H\x1bOF\x1b[1~\x1b[4~\x1b[7~\x1b[8~',
      ['home', 'end', 'home', 'end', 'home', 'end'],
    ],
    [
      'pages, Insert, Delete',
      '\x1b[5~\x1b[6~\x1b[2~\x1b[3~\x1b[3;5~',
      ['pageup', 'pagedown', 'insert', 'delete', 'ctrl+delete'],
    ],
    ['rxvt with what is held', '\x1b[7^\x1b[8$\x1b[5@', ['ctrl+home', 'shift+end', 'ctrl+shift+pageup']],
    [
      'function keys of xterm',
      '\x1bOP\x1bOS\x1b[15~\x1b[24~\x1b[1;5P\x1b[15;2~',
      ['f1', 'f4', 'f5', 'f12', 'ctrl+f1', 'shift+f5'],
    ],
    ['function keys of the VT220 and rxvt', '\x1b[11~\x1b[14~\x1b[23$', ['f1', 'f4', 'shift+f11']],
    ['function keys of the Linux console', '\x1b[[A\x1b[[E', ['f1', 'f5']],
    ['the keypad in application mode', '\x1bOM\x1bOp\x1bOy\x1bOk', ['return', '0', '9', '+']],
    ['Tab backwards', '\t\x1b[Z', ['tab', 'shift+tab']],
    ['Enter, Ctrl-J, both backspaces', '\r\n\x7f\b', ['return', 'ctrl+j', 'backspace', 'backspace']],
    [
      'Ctrl and letters, Ctrl and signs',
      '\x01\x1a\x00\x1f\x1c',
      ['ctrl+a', 'ctrl+z', 'ctrl+space', 'ctrl+_', 'ctrl+\\'],
    ],
    [
      'Alt and letters, Backspace, Enter, Chinese',
      '\x1bb\x1bB\x1b\x7f\x1b\r\x1b路',
      ['alt+b', 'alt+B', 'alt+backspace', 'alt+return', 'alt+路'],
    ],
    [
      'keys sent as codes',
      '\x1b[13;2u\x1b[97;5u\x1b[27;5;13~\x1b[97;2u',
      ['shift+return', 'ctrl+a', 'ctrl+return', 'A'],
    ],
    ['type-ahead', 'jjj\r2/路灯', ['j', 'j', 'j', 'return', '2', '/', '路', '灯']],
    [
      'Escape, twice, before an arrow that has Alt of its own',
      '\x1b\x1b\x1b[1;3A',
      ['escape', 'escape', 'alt+up'],
    ],
    ['what is no key says nothing', '\x1b[I\x1b[O\x1b[99~\x1b[x', []],
  ])('%s', (_name, bytes, wanted) => {
    expect(keys(bytes)).toEqual(wanted);
  });

  test('the wheel, as SGR and as mice spoke before; clicks say nothing', () => {
    expect(read('\x1b[<64;10;5M\x1b[<65;10;5M\x1b[<81;200;5M\x1b[<0;1;1M\x1b[<0;1;1m')).toEqual([
      { kind: 'wheel', by: -1 },
      { kind: 'wheel', by: 1 },
      { kind: 'wheel', by: 1 },
    ]);
    expect(read(Buffer.from([0x1b, 0x5b, 0x4d, 0x60, 0xf0, 0x21]), 'j')).toEqual([
      { kind: 'wheel', by: -1 },
      { kind: 'key', key: 'j' },
    ]);
  });

  test('answers of the terminal are no keys', () => {
    for (const answer of ['\x1b[0n', '\x1b[3;1R', '\x1b[?62;4c', '\x1b[?2026;2$y', '\x1b[8;24;80t'])
      expect(read(answer)).toEqual([{ kind: 'answer', text: answer }]);
    expect(read('\x1b]11;rgb:0/0/0\x1b\\a\x1bP>|xterm(390)\x1b\\b\x1b]10;rgb:f/f/f\x07')).toEqual([
      { kind: 'answer', text: '\x1b]11;rgb:0/0/0' },
      { kind: 'key', key: 'a' },
      { kind: 'answer', text: '\x1bP>|xterm(390)' },
      { kind: 'key', key: 'b' },
      { kind: 'answer', text: '\x1b]10;rgb:f/f/f' },
    ]);
  });
});

describe('a paste', () => {
  test('comes whole and is never obeyed, whatever it holds', () => {
    expect(read('a\x1b[200~路\r\nq\x1b[A\x03\x1b[201~b')).toEqual([
      { kind: 'key', key: 'a' },
      { kind: 'paste', text: '路\r\nq\x1b[A\x03' },
      { kind: 'key', key: 'b' },
    ]);
  });

  test('of any length comes in pieces that end between characters', () => {
    const text = 'a路'.repeat(60_000);
    const pieces = read(`\x1b[200~${text}\x1b[201~`).map((input) =>
      input.kind === 'paste' ? input.text : '?',
    );
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe(text);
  });

  test('whose end was lost can be ended', () => {
    const decoder = createInputDecoder();
    decoder.push(Buffer.from('\x1b[200~half'));
    expect(decoder.isPasting()).toBe(true);
    expect(decoder.endPaste()).toEqual([{ kind: 'paste', text: 'half' }]);
    expect(decoder.push(Buffer.from('j'))).toEqual([{ kind: 'key', key: 'j' }]);
  });
});

describe('packets', () => {
  /** Bytes as people, terminals and noise make them. */
  const piece = fc.constantFrom(
    'j',
    'q',
    '路',
    '👩‍👩‍👧',
    'é',
    '\r',
    '\t',
    '\x7f',
    '\x03',
    '\x1b',
    '\x1b[A',
    '\x1bOP',
    '\x1b[1;5C',
    '\x1b[[B',
    '\x1b[23$',
    '\x1b\x1b[5~',
    '\x1bb',
    '\x1b]',
    '\x1bP',
    '\x1b[0n',
    '\x1b[?2026;2$y',
    '\x1b[<64;1;1M',
    '\x1b]11;rgb:0/0/0\x07',
    '\x1b[200~',
    '\x1b[201~',
    '[',
    'O',
    ';',
    '5',
  );
  const bytes = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: piece.map((text) => Buffer.from(text)) },
        fc.uint8Array({ maxLength: 4 }),
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => Buffer.concat(parts));

  /** Pastes may come in more pieces: their text is what counts. */
  const joined = (inputs: readonly TerminalInput[]) => {
    const out: TerminalInput[] = [];
    for (const input of inputs) {
      const last = out.at(-1);
      if (input.kind === 'paste' && last?.kind === 'paste')
        out[out.length - 1] = { kind: 'paste', text: last.text + input.text };
      else out.push(input);
    }
    return out;
  };

  test('however the bytes are cut, the same keys come out', () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(80), { maxLength: 20 }), (all, cuts) => {
        const edges = [...new Set([0, ...cuts.filter((cut) => cut < all.length), all.length])].sort(
          (a, b) => a - b,
        );
        const packets = edges.slice(1).map((edge, at) => all.subarray(edges[at], edge));
        expect(joined(read(...packets))).toEqual(joined(read(all)));
        expect(joined(read(...Array.from(all, (byte) => Uint8Array.of(byte))))).toEqual(joined(read(all)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('no character that was typed is lost, and none comes from nowhere', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text)),
        (text) => {
          expect(keys(text).join('')).toBe(text);
        },
      ),
    );
  });

  test('ten thousand keys in one packet are ten thousand keys', () => {
    expect(keys('j'.repeat(10_000))).toHaveLength(10_000);
    expect(keys('\x1b[B'.repeat(10_000))).toHaveLength(10_000);
    expect(keys('\x1b'.repeat(10_000))).toHaveLength(10_000);
  });
});

test('the rest of a sequence whose Escape was taken for a key is no letters', () => {
  const decoder = createInputDecoder();
  decoder.push(Buffer.from('\x1b'));
  expect(decoder.isAmbiguous()).toBe(true);
  expect(decoder.flush()).toEqual([{ kind: 'key', key: 'escape' }]);
  expect(decoder.push(Buffer.from('[1;5C'), true)).toEqual([{ kind: 'key', key: 'ctrl+right' }]);
  expect(decoder.push(Buffer.from('[200~q\x1b[201~'), true)).toEqual([{ kind: 'paste', text: 'q' }]);
  expect(decoder.push(Buffer.from('jO'), true)).toEqual([
    { kind: 'key', key: 'j' },
    { kind: 'key', key: 'O' },
  ]);
});
