import { Text } from 'ink';
import { memo } from 'react';
import { useDesk } from '../../src/console/context.ts';
import { safeText } from '../../src/output/safe-text.ts';

/** Sixteen colours at most, and never the only sign of anything. */
export type Tone = 'plain' | 'dim' | 'strong' | 'mark' | Colour;
type Colour = 'red' | 'yellow' | 'green' | 'blue' | 'magenta' | 'cyan';

export interface Span {
  text: string;
  tone?: Tone;
}

const COLOURLESS: readonly Tone[] = ['plain', 'dim', 'strong', 'mark'];

/** The one way onto the screen: whatever a view was given, what is painted is safe. */
export const Line = memo(function Line({ spans }: { spans: readonly Span[] }) {
  const { colours } = useDesk();
  return (
    <Text wrap="truncate">
      {spans.map(({ text, tone = 'plain' }, at) => {
        const color = colours && !COLOURLESS.includes(tone) ? tone : undefined;
        return (
          <Text
            key={at}
            bold={tone === 'strong' || tone === 'mark'}
            dimColor={tone === 'dim'}
            inverse={tone === 'mark'}
            {...(color && { color })}
          >
            {safeText(text)}
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
