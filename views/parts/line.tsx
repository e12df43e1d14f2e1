import { Text } from 'ink';
import { memo } from 'react';
import { useConsole, useDesk } from '../../src/console/context.ts';
import { linked } from '../../src/output/link.ts';
import { safeText } from '../../src/output/safe-text.ts';
import { LIGHT_COLOURS } from '../../src/terminal/colours.ts';
import { countedAlike } from '../../src/terminal/width-model.ts';

/** Never the only sign of anything. */
export type Tone = 'plain' | 'dim' | 'strong' | 'mark' | Colour;
type Colour = 'red' | 'yellow' | 'green' | 'blue' | 'magenta' | 'cyan';

export interface Span {
  text: string;
  tone?: Tone;
  /** Where it leads, of which the text is all or a piece. Of the platform or of ours, never of what a resident wrote. */
  address?: string;
}

const COLOURLESS: readonly Tone[] = ['plain', 'dim', 'strong', 'mark'];

/** The one way onto the screen: whatever a view was given, what is painted is safe. */
export const Line = memo(function Line({ spans }: { spans: readonly Span[] }) {
  const { colours, links } = useDesk();
  const { background, depth } = useConsole((state) => state.look);
  const ofLights: Partial<Record<Tone, string>> = LIGHT_COLOURS[background][depth];
  return (
    <Text wrap="truncate">
      {spans.map(({ text, tone = 'plain', address }, at) => {
        const color = colours && !COLOURLESS.includes(tone) ? (ofLights[tone] ?? tone) : undefined;
        const shown = countedAlike(safeText(text));
        const isBold = tone === 'strong' || tone === 'mark' || color === '';
        return (
          <Text
            key={at}
            bold={isBold}
            dimColor={tone === 'dim'}
            inverse={tone === 'mark'}
            {...(color && { color })}
          >
            {links && address !== undefined ? linked(shown, address) : shown}
          </Text>
        );
      })}
    </Text>
  );
});

/**
 * What stands before a row of a list. Only this changes where the cursor goes, not the row behind it: two cells are written and not
 * two rows.
 */
export function cursorMark(atCursor: boolean): Span {
  return atCursor ? { text: '>', tone: 'mark' } : { text: ' ' };
}

/** One line of one tone; a blank one keeps its row. */
export function plainLine(text: string, tone: Tone = 'plain'): Span[] {
  return [{ text: text === '' ? ' ' : text, tone }];
}
