/** How a cell looks: attributes and colours as SGR parameters, and the link it leads to. Compared by `key`. */
export interface Style {
  /** One entry a slot (see SLOTS), the SGR parameters that are in force there or ''. */
  readonly slots: readonly string[];
  /** Of OSC 8: `parameters;address`, or '' for none. */
  readonly link: string;
  readonly key: string;
}

/** SGR parameters that exclude each other share a slot: bold, dim, italic, underline, blink, inverse, hidden, struck, overline, ink, ground, line's ink. */
const SLOTS = 12;
const [INK, GROUND, LINE_INK] = [9, 10, 11];
const SET: Readonly<Record<string, number>> = {
  ...{ 1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 4, 7: 5, 8: 6, 9: 7, 53: 8 },
};
const UNSET: Readonly<Record<string, readonly number[]>> = {
  ...{ 22: [0, 1], 23: [2], 24: [3], 25: [4], 27: [5], 28: [6], 29: [7], 55: [8] },
  ...{ 39: [INK], 49: [GROUND], 59: [LINE_INK] },
};
const EXTENDED: Readonly<Record<string, number>> = { 38: INK, 48: GROUND, 58: LINE_INK };
/** How many parameters follow 38;5 and 38;2. */
const EXTENDED_PARAMETERS: Readonly<Record<string, number>> = { 5: 1, 2: 3 };

function styleOf(slots: readonly string[], link: string): Style {
  return { slots, link, key: `${slots.join(';')}\n${link}` };
}

export const DEFAULT_STYLE = styleOf(new Array<string>(SLOTS).fill(''), '');

export function withLink(style: Style, link: string): Style {
  return styleOf(style.slots, link === ';' ? '' : link);
}

/** The style after `CSI parameters m`; undefined when one of them is not known. */
export function withSgr(style: Style, parameters: string): Style | undefined {
  const slots = [...style.slots];
  const all = parameters.split(';');
  for (let at = 0; at < all.length; at += 1) {
    const parameter = all[at] ?? '';
    const base = parameter.split(':')[0] ?? '';
    if (parameter === '' || parameter === '0') slots.fill('');
    else if (parameter in UNSET) for (const slot of UNSET[parameter] ?? []) slots[slot] = '';
    else if (base in SET) slots[SET[base] as number] = parameter;
    else if (base in EXTENDED) {
      // With colons the colour is one parameter, with semicolons several.
      const more = parameter.includes(':') ? 0 : 1 + (EXTENDED_PARAMETERS[all[at + 1] ?? ''] ?? Number.NaN);
      if (Number.isNaN(more) || at + more >= all.length) return undefined;
      slots[EXTENDED[base] as number] = all.slice(at, at + more + 1).join(';');
      at += more;
    } else {
      const slot = sixteenOf(parameter);
      if (slot === undefined) return undefined;
      slots[slot] = parameter;
    }
  }
  return styleOf(slots, style.link);
}

/** The slot of one of the sixteen colours. */
function sixteenOf(parameter: string): number | undefined {
  if (/^(?:3|9)[0-7]$/.test(parameter)) return INK;
  return /^(?:4|10)[0-7]$/.test(parameter) ? GROUND : undefined;
}

/** What turns the terminal's style into another one. */
export function styleChange(from: Style, to: Style): string {
  if (from === to || from.key === to.key) return '';
  const link = from.link === to.link ? '' : `\x1b]8;${to.link === '' ? ';' : to.link}\x1b\\`;
  const added = to.slots.filter((value, slot) => value !== '' && value !== from.slots[slot]);
  const isLosing = from.slots.some((value, slot) => value !== '' && to.slots[slot] === '');
  if (!isLosing) return added.length === 0 ? link : `${link}\x1b[${added.join(';')}m`;
  const kept = to.slots.filter((value) => value !== '');
  return `${link}\x1b[${kept.length === 0 ? '' : ['0', ...kept].join(';')}m`;
}
