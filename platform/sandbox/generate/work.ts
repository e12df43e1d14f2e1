import { dateOf } from '../../calendar/plain-date.ts';
import { rule } from '../../requests/rules.ts';
import type { Life, Scene } from './life.ts';
import { inOffice, minutesLater, shiftWorkdays } from './moments.ts';
import { correction } from './reception.ts';

/** One round at the handler's: from signing to the reply that the centre lets through. */
export function* work(scene: Scene): Life {
  const { random, setting } = scene;
  if (setting.stalled) {
    yield* neglect(scene);
    return;
  }
  if (random.chance(0.08)) yield* passOn(scene);
  yield* sign(scene);
  if (random.chance(0.015)) {
    yield scene.act('transfer', scene.desk, scene.deskTime(60, 400), {
      to: otherUnit(scene),
      reason: '职责分工调整，改由该单位办理',
    });
    yield* sign(scene);
  }
  if (!scene.row.urgent) {
    yield* detours(scene);
    if (scene.row.state !== 'in_progress') return;
  }
  yield* reply(scene);
}

function* sign(scene: Scene): Life {
  yield scene.act('sign', scene.handler, scene.officeTime(6, scene.row.urgent ? 20 : 500));
}

/** Sent back as not theirs. The first time the centre decides, the second time it arbitrates; the clock runs on. */
function* passOn(scene: Scene): Life {
  const { random } = scene;
  const ask = () =>
    scene.act('return', scene.handler, scene.officeTime(10, scene.row.urgent ? 20 : 240), {
      reason: scene.text('return_reasons'),
    });
  yield ask();
  if (random.chance(0.25)) {
    yield* scene.decide('refuse', 1);
    return;
  }
  yield* scene.decide('grant', 1);
  yield scene.act('assign', scene.desk, scene.deskTime(10, scene.row.urgent ? 15 : 120), {
    to: otherUnit(scene),
  });
  if (!random.chance(0.2)) return;
  yield ask();
  const at = scene.row.urgent ? scene.deskTime(5, 20) : scene.workdaysLater(1);
  yield scene.act('arbitrate', scene.desk, at, { to: otherUnit(scene), reason: '经会商，明确由该单位主办' });
}

/** Who else might have to do it: the street, or the agency that does most. */
function otherUnit(scene: Scene): string {
  const others = [`street:${scene.row.street}`, 'agency:urban_management', 'agency:housing'];
  return scene.random.pick(others.filter((unit) => unit !== scene.row.lead));
}

function* detours(scene: Scene): Life {
  const { random, row } = scene;
  const roomy = row.promised_unit !== 'hour' && row.promised_limit >= 8;
  if (random.chance(0.05)) {
    yield scene.act('consult', scene.handler, scene.officeTime(30, 600), {
      assistants: [`community:${row.region}`, `street:${row.street}`].filter((unit) => unit !== row.lead),
      remark: '请到现场一并核实',
    });
  }
  if (row.corrections === 0 && random.chance(0.05)) yield* correction(scene);
  if (random.chance(0.03))
    yield scene.act('remind', scene.desk, scene.beforeDue(0.4), { remark: '居民来电询问进展' });
  if (random.chance(0.015)) {
    yield scene.act('decline', scene.handler, scene.beforeDue(0.3), {
      reason: scene.text('decline_reasons'),
    });
    yield* scene.decide(random.chance(0.8) ? 'grant' : 'refuse', 1);
    if (scene.row.state === 'declined') return;
  }
  if (random.chance(0.012)) {
    yield scene.act('withdraw', scene.desk, scene.deskTime(300, 3_000), { reason: '居民表示已自行解决' });
    return;
  }
  if (roomy && random.chance(0.06)) {
    yield* extension(scene);
  }
  if (roomy && random.chance(0.03)) yield* specialProcedure(scene);
}

/** Asked for in time, or not at all. */
function* extension(scene: Scene): Life {
  const at = scene.beforeDue(0.5);
  if (!rule('extend', scene.row, scene.handler, at).open) return;
  yield scene.act('extend', scene.handler, at, {
    limit: Math.ceil(scene.row.promised_limit / 2),
    reason: scene.text('extension_reasons'),
  });
  yield* scene.decide(scene.random.chance(0.8) ? 'grant' : 'refuse', 1);
}

/** Inspection, testing, expert opinion: its time is not counted (行政许可法 45). */
function* specialProcedure(scene: Scene): Life {
  const { calendar } = scene.setting;
  const askedAt = scene.beforeDue(0.3);
  const until = shiftWorkdays(dateOf(askedAt), scene.random.int(4, 9), calendar);
  const reason = `需进行${scene.text('special_procedures')}`;
  yield scene.act('special_procedure', scene.handler, askedAt, { reason, until });
  yield* scene.decide('grant', 1);
  const back = inOffice(until, scene.random);
  yield scene.act('resume', scene.handler, back > scene.row.last_action_at ? back : scene.officeTime(30, 90));
}

/** The reply; one in twelve is sent back to be done again. */
function* reply(scene: Scene): Life {
  const { random } = scene;
  const late = random.chance(0.012);
  const at = late
    ? scene.workdaysLater(scene.row.promised_limit + random.int(1, 4))
    : scene.beforeDue(random.chance(0.25) ? 1 : 0.5 + random.next() * 0.5);
  yield scene.act('resolve', scene.handler, at, { reply: scene.text('resolved') });
  const redo = !late && random.chance(0.08);
  const hurry = scene.row.promised_due_at !== null && minutesLater(at, 2_000) > scene.row.promised_due_at;
  yield* scene.decide(redo ? 'refuse' : 'grant', hurry ? 0 : 1);
  if (!redo) return;
  yield scene.act('resolve', scene.handler, scene.beforeDue(0.5), { reply: scene.text('resolved') });
  yield* scene.decide('grant', 0);
}

/** Signed or not, nothing more comes of it; the centre reminds in the daytime once it is overdue. */
function* neglect(scene: Scene): Life {
  const { random } = scene;
  if (random.chance(0.75)) yield* sign(scene);
  while (random.chance(0.7)) {
    const { promised_due_at: due, last_action_at: last } = scene.row;
    if (due === null) return;
    const at = scene.workdaysLater(random.int(1, 4));
    const overdueAt = new Date(
      Math.max(
        at.valueOf(),
        last < due ? inOffice(shiftWorkdays(dateOf(due), 1, scene.setting.calendar), random).valueOf() : 0,
      ),
    );
    yield random.chance(0.3)
      ? scene.act('supervise', scene.desk, overdueAt, { reason: scene.text('supervise_notes') })
      : scene.act('remind', scene.desk, overdueAt, { remark: '已超承诺时限，请尽快办理' });
  }
}
