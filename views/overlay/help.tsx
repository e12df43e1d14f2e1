import { useEffect } from 'react';
import { useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { labelNow } from '../../src/console/keys/binding.ts';
import { bindingsAtHand } from '../../src/console/keys/dispatch.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { clip, fit } from '../../src/terminal/width.ts';
import { plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';

const LABEL_COLUMNS = 24;

/** The keys that hold where help was asked for, from the same records that run them. */
export function Help({ columns, rows, scroll }: { columns: number; rows: number; scroll: number }) {
  const desk = useDesk();
  const text = useText(consoleMessages);
  const language = useLanguage();
  const groups = bindingsAtHand(desk).map((bindings) =>
    bindings.map((binding) => {
      const label = labelNow(binding, desk.keyChanges);
      return plainLine(clip(`  ${fit(label, LABEL_COLUMNS)} ${binding.summary[language]}`, columns));
    }),
  );
  const lines = groups.flatMap((group, at) => (at === 0 ? group : [plainLine(''), ...group]));
  const scrollMax = Math.max(0, lines.length - rows + 1);
  useEffect(() => {
    desk.store.setState(({ overlay }) =>
      overlay?.kind === 'help' && overlay.scrollMax !== scrollMax
        ? { overlay: { ...overlay, scrollMax } }
        : {},
    );
  }, [desk, scrollMax]);
  const from = Math.min(scroll, scrollMax);
  return <Lines rows={rows} lines={[plainLine(text('keysTitle'), 'strong'), ...lines.slice(from)]} />;
}
