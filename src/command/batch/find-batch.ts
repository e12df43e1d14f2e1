import { type Batch, isOpen } from '../../journal/batch.ts';
import { type Journal, openJournal } from '../../journal/journal.ts';
import { findPlaces } from '../../session/places.ts';
import { ExpectedFailure } from '../operation.ts';
import { quoted, usageFailure } from '../usage-failure.ts';

/** The journal of whoever runs this program. */
export function ownJournal(): Journal {
  return openJournal(findPlaces(process.env).stateDir);
}

const LIST = {
  en: 'district batches list shows those there are.',
  zh: 'district batches list 列出现有的批次。',
};

/** A batch by its id. Throws a failure when there is none. */
export function findBatch(journal: Journal, id: string): Batch {
  const batch = journal.read(id.trim().toLowerCase());
  if (batch !== undefined) return batch;
  throw new ExpectedFailure({
    kind: 'not_found',
    message: { en: `There is no batch ${quoted(id)} here.`, zh: `这里没有批次 ${quoted(id)}。` },
    hint: LIST,
    exit: 5,
  });
}

/** The one batch that can be gone on with. Throws a failure when there is none, or a choice. */
export function onlyOpenBatch(journal: Journal): Batch {
  const [batch, ...more] = journal.list().filter((one) => isOpen(one) && !journal.isHeld(one.plan.id));
  if (batch !== undefined && more.length === 0) return batch;
  if (batch !== undefined)
    throw usageFailure(
      {
        en: `There are ${more.length + 1} open batches: say which.`,
        zh: `有 ${more.length + 1} 个未完的批次:请写明哪一个。`,
      },
      LIST,
    );
  throw new ExpectedFailure({
    kind: 'not_found',
    message: { en: 'There is no open batch here.', zh: '这里没有未完的批次。' },
    hint: LIST,
    exit: 5,
  });
}

export function underWayElsewhere(id: string): ExpectedFailure {
  return new ExpectedFailure({
    kind: 'batch_held',
    message: {
      en: `Another process is at work on batch ${id}.`,
      zh: `另一个进程正在办批次 ${id}。`,
    },
    hint: {
      en: 'district batches show follows it; cancel stops it.',
      zh: 'district batches show 可看进展;cancel 使之停下。',
    },
    exit: 6,
  });
}
