import type { Shift } from '@district/contract/types.ts';
import { shiftSpan } from '../src/command/duty-lines.ts';
import { useConsole, useDesk, useLanguage, useText } from '../src/console/context.ts';
import { clockText } from '../src/console/deadline.ts';
import { useDuty, useOperator } from '../src/console/use-data.ts';
import { consoleMessages } from '../src/i18n/messages/console.ts';
import { dutyMessages } from '../src/i18n/messages/duty.ts';
import { type Language, translate } from '../src/i18n/translate.ts';
import { roleText } from '../src/i18n/words.ts';
import { clip, fit, widthOf } from '../src/terminal/width.ts';
import { Line, type Tone } from './parts/line.tsx';

/** Who is signed in where, and whether what stands below is still true. */
export function Header({ columns }: { columns: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { place } = useDesk();
  const { data: me } = useOperator();
  const state = useConsole(({ connection }) => connection.state);
  // While connected what is shown is true now; a time that ticks would repaint a screen on which nothing changes.
  const lastGoodAtMs = useConsole(({ connection }) =>
    connection.state === 'lost' ? connection.lastGoodAtMs : null,
  );
  const { data: duty } = useDuty();
  const onDuty = duty ? dutyText(duty.shifts, language) : '';
  const who = me ? `${me.region.name}  ${me.name} ${roleText(me.role, language)}${onDuty}` : '';
  const at = lastGoodAtMs === null ? '' : clockText(lastGoodAtMs);
  const isOver = useConsole(({ signIn }) => signIn !== null);
  const isLost = state === 'lost' && at === '';
  const link = isOver ? text('sessionOver') : isLost ? text('lostEver') : text(state, { at });
  const tone: Tone = isOver || state === 'lost' ? 'red' : 'plain';
  const tail = `  ${text('help')}`;
  const room = Math.max(0, columns - widthOf(link) - widthOf(tail));
  const guard = place.guarded ? ` ${text('guarded')}` : '';
  // Where one is must be read first and last: the person's own name gives way to it.
  const where = clip(place.name + guard, room - 1);
  const left = clip(`${who}  `, room - 1 - widthOf(where));
  return (
    <Line
      spans={[
        { text: left, tone: 'strong' },
        { text: fit(where, room - widthOf(left)), tone: place.colour ?? 'strong' },
        { text: link, tone },
        { text: tail },
      ]}
    />
  );
}

/** One's own shift, else the one that somebody else is on; nothing while there is none. */
function dutyText(shifts: readonly Shift[], language: Language): string {
  const own = shifts.find(({ mine }) => mine);
  if (own) return `  ${translate(dutyMessages, language, 'shift', { span: shiftSpan(own) })}`;
  const [other] = shifts;
  if (!other) return '';
  return `  ${translate(dutyMessages, language, 'other', { name: other.operator.name, span: shiftSpan(other) })}`;
}
