import { useLanguage, useText } from '../../src/console/context.ts';
import { formActionText } from '../../src/console/form/action-word.ts';
import type { KeptField } from '../../src/console/work/kept-fields.ts';
import { draftAction } from '../../src/console/work/read-work.ts';
import type { WorkInHand } from '../../src/console/work/work-in-hand.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { resumeMessages } from '../../src/i18n/messages/console-resume.ts';
import { timeText } from '../../src/i18n/time.ts';
import { clip } from '../../src/terminal/width.ts';
import { plainLine, type Span } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';

/** Drafts told one by one; more are counted. */
const DRAFTS_SHOWN = 5;

interface Props {
  work: WorkInHand;
  columns: number;
  rows: number;
}

/** What was in hand when the console was last torn away, and the question whether to go on with it. */
export function Resume({ work, columns, rows }: Props) {
  const text = useText(resumeMessages);
  const screens = useText(consoleMessages);
  const language = useLanguage();
  const { form, drafts, marks, filter, typedFilter, command, detail, notice, screen } = work;
  const lines: Span[][] = [];
  const say = (sentence: string) => void lines.push(plainLine(clip(`  ${sentence}`, columns)));
  const quote = (fields: readonly KeptField[]) => {
    const words = fields
      .flatMap((field) => field.text ?? field.chosen?.map(({ name }) => name).join(' ') ?? [])
      .join('  ');
    if (words !== '') lines.push(plainLine(clip(`    "${words}"`, columns), 'strong'));
  };
  if (form) {
    const action = formActionText(form.action, language);
    const sent = form.sentBody === null ? '' : ` ${text('unknown')}`;
    const [target, ...more] = form.targets;
    const n = form.targets.length;
    say(
      (more.length > 0 ? text('batch', { action, n }) : text('form', { action, no: target?.no ?? '' })) +
        sent,
    );
    if (form.batch) say(text('inJournal', { id: form.batch }));
    quote(form.fields);
  }
  for (const { key, fields } of drafts.slice(-DRAFTS_SHOWN)) {
    const action = formActionText(draftAction(key) as Parameters<typeof formActionText>[0], language);
    const no = key.slice(key.lastIndexOf(':') + 1);
    say(text('draft', { action, no: no === 'batch' ? '' : no }));
    quote(fields);
  }
  if (drafts.length > DRAFTS_SHOWN) say(text('drafts', { n: drafts.length - DRAFTS_SHOWN }));
  if (command.trim() !== '') say(text('command', { line: command }));
  if (marks.length > 0) say(text('marks', { n: marks.length }));
  if (typedFilter !== null) say(text('typedFilter', { q: typedFilter }));
  say(text('filter', { q: filter }));
  const inTriage = screen === 'triage' ? work.triageNo : null;
  say(text('place', { screen: screens(screen), no: detail?.no ?? notice ?? inTriage ?? '' }));
  const title = text('title', { at: timeText(work.keptAt) });
  return <Lines rows={rows} lines={[plainLine(clip(title, columns), 'strong'), plainLine(''), ...lines]} />;
}
