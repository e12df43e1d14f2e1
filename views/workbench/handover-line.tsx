import type { HandoverItem } from '@district/contract/types.ts';
import { itemSubject } from '../../src/command/duty-lines.ts';
import { useLanguage } from '../../src/console/context.ts';
import { dutyMessages } from '../../src/i18n/messages/duty.ts';
import { translate } from '../../src/i18n/translate.ts';
import { clip } from '../../src/terminal/width.ts';
import { Line } from '../parts/line.tsx';

/** Named on the line; whoever wants all of them opens it. */
const NAMED = 2;

interface Props {
  items: readonly HandoverItem[];
  atCursor: boolean;
  columns: number;
}

/** What the last shift left and nobody has acknowledged. */
export function HandoverLine({ items, atCursor, columns }: Props) {
  const language = useLanguage();
  const what = items
    .slice(0, NAMED)
    .map((item) => itemSubject(item, language))
    .join(' / ');
  const said = translate(dutyMessages, language, 'undone', { n: items.length, what });
  const text = `  ${atCursor ? '>' : ' '}${translate(dutyMessages, language, 'line')}  ${said}`;
  return <Line spans={[{ text: clip(text, columns), tone: atCursor ? 'strong' : 'plain' }]} />;
}
