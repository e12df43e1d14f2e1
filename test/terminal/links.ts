import type { Terminal } from '@xterm/headless';

interface LinkSource {
  _core: {
    _oscLinkService: { getLinkData(id: number): { id?: string; uri: string } | undefined };
    buffer: { lines: { get(row: number): { _extendedAttrs: Record<number, { urlId: number }> } } };
  };
}

/** Where a cell leads; '' when nowhere. The emulator keeps links to itself. `row` counts from the top of all it remembers. */
export function linkAt(terminal: Terminal, row: number, column: number): string {
  const cell = terminal.buffer.active.getLine(row)?.getCell(column);
  if (!(cell as unknown as { hasExtendedAttrs(): number } | undefined)?.hasExtendedAttrs()) return '';
  const { _oscLinkService: links, buffer } = (terminal as unknown as LinkSource)._core;
  const id = buffer.lines.get(row)._extendedAttrs[column]?.urlId ?? 0;
  return id === 0 ? '' : (links.getLinkData(id)?.uri ?? '');
}

/** The links on the screen, each line by itself: the text that is one, and where it leads. */
export function linksOn(terminal: Terminal): { text: string; address: string }[] {
  const { active } = terminal.buffer;
  const links: { text: string; address: string }[] = [];
  for (let row = active.baseY; row < active.baseY + terminal.rows; row += 1) {
    let before = '';
    for (let column = 0; column < terminal.cols; column += 1) {
      const address = linkAt(terminal, row, column);
      const text = active.getLine(row)?.getCell(column)?.getChars() ?? '';
      const last = links.at(-1);
      if (address !== '' && address === before && last) last.text += text;
      else if (address !== '') links.push({ text, address });
      before = address;
    }
  }
  return links;
}
