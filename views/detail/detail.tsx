import { useEffect, useMemo } from 'react';
import { useConsole, useDesk, useLanguage, useText } from '../../src/console/context.ts';
import type { DetailState } from '../../src/console/state.ts';
import { useApprovals, useAsOf, useRequest, useSimilar } from '../../src/console/use-data.ts';
import { consoleMessages } from '../../src/i18n/messages/console.ts';
import { approvalLines } from '../approvals/approval-lines.ts';
import { Lines } from '../parts/lines.tsx';
import { Message } from '../parts/message.tsx';
import { detailLines } from './detail-lines.ts';

/** One request over the whole screen, under the approval to decide on where it was opened from there. */
export function Detail({ columns, rows }: { columns: number; rows: number }) {
  const { store, keyChanges } = useDesk();
  const text = useText(consoleMessages);
  const language = useLanguage();
  const { no, approvalId, scroll } = useConsole((state) => state.detail) as DetailState;
  const revealed = useConsole((state) => state.revealed);
  const { data, isError, dataUpdatedAt } = useRequest(no);
  const { data: similar } = useSimilar(data);
  const { data: approvals } = useApprovals();
  const asOfMs = useAsOf(dataUpdatedAt);
  const approval = approvals?.items.find((one) => one.id === approvalId || one.request.no === no);
  const lines = useMemo(() => {
    if (!data) return [];
    const above = approval ? approvalLines(approval, columns, language) : [];
    return [
      ...above,
      ...detailLines(data, { columns, language, asOfMs, keyChanges }, revealed, similar?.items),
    ];
  }, [data, approval, columns, language, asOfMs, revealed, similar, keyChanges]);
  const scrollMax = Math.max(0, lines.length - rows);
  useEffect(() => {
    store.setState(({ detail }) =>
      detail && detail.scrollMax !== scrollMax ? { detail: { ...detail, scrollMax } } : {},
    );
  }, [store, scrollMax]);
  if (!data) return <Message text={text(isError ? 'notLoaded' : 'loading')} rows={rows} />;
  return <Lines lines={lines.slice(Math.min(scroll, scrollMax))} rows={rows} />;
}
