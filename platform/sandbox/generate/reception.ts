import { usualUnit } from './items.ts';
import type { Life, Scene } from './life.ts';

/** From filing to dispatch. Ends early for what is declined, merged or taken back. */
export function* reception(scene: Scene): Life {
  const { random, setting } = scene;
  if (setting.dispatched === undefined && !setting.stalled) {
    if (random.chance(0.025)) {
      yield scene.act('decline', scene.desk, scene.deskTime(15, 300), {
        reason: scene.text('decline_reasons'),
      });
      return;
    }
    if (random.chance(0.008)) {
      yield scene.act('withdraw', scene.desk, scene.deskTime(20, 600), { reason: '居民来电撤回' });
      return;
    }
    if (setting.arrival.item.kind === 'licensing' && random.chance(0.15)) yield* correction(scene);
  }
  const acceptedAt = setting.dispatched?.acceptedAt ?? acceptance(scene);
  yield scene.act('accept', scene.desk, acceptedAt);
  const twin =
    setting.stalled || setting.dispatched || !random.chance(0.03) ? undefined : setting.twin(acceptedAt);
  if (twin !== undefined) {
    yield scene.act('merge', scene.desk, scene.deskTime(5, 40), { into: twin, remark: '与前一件为同一事项' });
    return;
  }
  const slow = !scene.row.urgent && random.chance(0.2);
  const assignedAt =
    setting.dispatched?.assignedAt ??
    scene.deskTime(slow ? 600 : 3, slow ? 2_900 : scene.row.urgent ? 10 : 70);
  yield scene.act('assign', scene.desk, assignedAt, {
    to: usualUnit(setting.arrival.item, scene.row),
    ...assistants(scene),
    ...(random.chance(0.35) ? { remark: scene.text('assign_notes') } : {}),
  });
}

/** Most are accepted at once; some wait until somebody found out whose matter it is. */
function acceptance(scene: Scene): Date {
  if (scene.row.urgent) return scene.deskTime(4, 12);
  return scene.random.chance(0.04) ? scene.deskTime(600, 3_000) : scene.deskTime(4, 240);
}

/** The community helps where an agency leads, now and then. */
function assistants(scene: Scene): { assistants?: string[] } {
  if (scene.setting.arrival.item.handler !== 'agency' || !scene.random.chance(0.15)) return {};
  return { assistants: [`community:${scene.row.region}`] };
}

/** What is missing is asked for once, and comes within five working days. */
export function* correction(scene: Scene): Life {
  const { row } = scene;
  const by = row.state === 'submitted' ? scene.desk : scene.handler;
  const askedAt = row.state === 'submitted' ? scene.deskTime(20, 240) : scene.officeTime(30, 400);
  yield scene.act('request_correction', by, askedAt, { reason: scene.text('correction_requests') });
  const answeredAt = scene.workdaysLater(scene.random.int(1, 5));
  yield scene.act('submit_correction', by, answeredAt, { remark: '居民已补充材料' });
}
