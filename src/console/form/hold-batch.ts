import { underWayElsewhere } from '../../command/batch/find-batch.ts';
import { requireSamePerson } from '../../command/batch/same-person.ts';
import { isOpen } from '../../journal/batch.ts';
import type { HeldBatch } from '../../journal/journal.ts';
import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { flagsOf } from '../twin.ts';
import { bodyOf } from './body.ts';
import type { Form } from './form.ts';

/**
 * The batch a form is sent as: the one it was sent as before, where that says the same; otherwise a new one of what is not done, and
 * nothing more of the old one. Throws an expected failure where it cannot be had, before anything is sent.
 */
export async function holdBatch(desk: Desk, form: Form, sentBody: string): Promise<HeldBatch> {
  const { journal, client, place } = desk;
  const { id: operation, items } = OPERATIONS[form.action];
  const input = flagsOf(form.action, bodyOf(form));
  // What the shell would refuse to read could not be resumed there.
  items?.writer(input);
  const old = form.batch === null ? undefined : journal.read(form.batch);
  if (old && old.cancelledAt === null && sentBody === form.sentBody) {
    await requireSamePerson(old.plan, client, place.name);
    const held = journal.hold(old.plan.id);
    if (held) return held;
    throw underWayElsewhere(old.plan.id);
  }
  const { id, name } = await client.me();
  if (old && isOpen(old)) journal.cancel(old.plan.id);
  const done = new Set(
    old?.items.flatMap(({ status }, at) => (status === 'done' ? [old.plan.items[at]?.id] : [])),
  );
  const targets = form.targets.map((target) => ({ ...target, item: target.approvalId ?? target.no }));
  return journal.create({
    operation,
    input,
    filter: null,
    context: place.name,
    platform: client.url,
    operator: { id, name },
    key: desk.newIdempotencyKey(),
    items: targets
      .filter((target) => !target.done && !done.has(target.item))
      .map(({ item, version }) => ({ id: item, version })),
  });
}
