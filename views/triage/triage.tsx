import { Box } from 'ink';
import { useMemo } from 'react';
import { useConsole, useDesk, useLanguage, useText } from '../../src/console/context.ts';
import { PREVIEW_COLUMNS_MIN } from '../../src/console/frame.ts';
import { triageIndex } from '../../src/console/rows.ts';
import { useAsOf, useRequest, useTriage, useTriageCard } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { triageMessages } from '../../src/i18n/messages/console-triage.ts';
import { triageKeyText } from '../../src/i18n/triage-words.ts';
import { clip, spread } from '../../src/terminal/width.ts';
import { Line, plainLine } from '../parts/line.tsx';
import { Lines } from '../parts/lines.tsx';
import { Message } from '../parts/message.tsx';
import { Rule } from '../parts/rule.tsx';
import { PANE_BAR_COLUMNS, SidePane } from '../parts/side-pane.tsx';
import { useRested } from '../parts/use-rested.ts';
import { cardLines } from './card-lines.ts';
import { QueueList } from './queue-list.tsx';

/** The place in the queue with its rule above, how far one is below, and the lines between them. */
const FRAME_ROWS = 4;
/** Of the width, for the queue where it stands beside. */
const QUEUE_SHARE = 0.36;

/** One request at a time, with what is needed to decide on it. */
export function Triage({ columns, rows }: { columns: number; rows: number }) {
  const text = useText(triageMessages);
  const general = useText(consoleMessages);
  const language = useLanguage();
  const { keyChanges } = useDesk();
  const place = useConsole((state) => state.triage);
  const { data: queue, isError, dataUpdatedAt } = useTriage();
  const items = queue?.items ?? [];
  const at = triageIndex(items, place);
  const item = items[at];
  // While the cursor moves nothing more is asked: what the queue itself says is there at once.
  const rested = useRested(item?.request.no ?? null);
  const { data: detail } = useRequest(rested);
  const { data: card } = useTriageCard(rested);
  const asOfMs = useAsOf(dataUpdatedAt);
  const isWide = columns >= PREVIEW_COLUMNS_MIN;
  const queueColumns = isWide ? Math.floor(columns * QUEUE_SHARE) : 0;
  const width = columns - queueColumns - (isWide ? PANE_BAR_COLUMNS : 0);
  const lines = useMemo(
    () =>
      item
        ? cardLines(
            item,
            detail?.no === item.request.no ? detail : undefined,
            card?.item.request.no === item.request.no ? card : undefined,
            { columns: width, language, asOfMs, keyChanges },
          )
        : [],
    [item, detail, card, width, language, asOfMs, keyChanges],
  );
  if (!queue || !item) {
    const sentence = queue
      ? text('none', { n: queue.counts.snoozed })
      : general(isError ? 'notLoaded' : 'loading');
    return <Message text={sentence} rows={rows} />;
  }
  const { counts, order } = queue;
  const total = `${counts.waiting}${counts.capped ? '+' : ''}`;
  const keys = order.map((key) => triageKeyText(key, language)).join(' > ');
  const height = Math.max(1, rows - FRAME_ROWS);
  const progress = text('progress', {
    handled: place.handled.size,
    mine: counts.mine,
    others: counts.others,
    snoozed: counts.snoozed,
  });
  return (
    <Box flexDirection="column" height={rows} overflow="hidden">
      <Line
        spans={plainLine(
          clip(`${text('place', { n: at + 1, total })}   ${text('order', { keys })}`, columns),
          'strong',
        )}
      />
      <Rule columns={columns} />
      <Box height={height}>
        {isWide ? (
          <>
            <Box width={queueColumns} flexShrink={0}>
              <QueueList items={items} cursor={at} columns={queueColumns} rows={height} />
            </Box>
            <SidePane lines={lines} columns={columns - queueColumns} rows={height} />
          </>
        ) : (
          <Lines lines={lines} rows={height} />
        )}
      </Box>
      <Rule columns={columns} />
      <Line spans={plainLine(spread(progress, `${text('undo')}  ${text('leave')}`, columns), 'dim')} />
    </Box>
  );
}
