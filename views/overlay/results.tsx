import { useLanguage, useText } from '../../src/console/context.ts';
import { formActionText } from '../../src/console/form/action-word.ts';
import type { BatchResult } from '../../src/console/state.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { clip } from '../../src/terminal/width.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';

/** What a batch came to: how many were done, and each that was not with its sentence. */
export function Results({ result, columns, rows }: { result: BatchResult; columns: number; rows: number }) {
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { action, done, failed } = result;
  const title = text('resultsTitle', {
    action: formActionText(action, language),
    done,
    failed: failed.length,
  });
  const lines = failed.map(({ no, sentence }) => plainLine(clip(`  ${no}  ${sentence}`, columns)));
  return <Lines rows={rows} lines={[plainLine(clip(title, columns), 'strong'), ...lines]} />;
}
