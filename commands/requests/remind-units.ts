import type { RemindedUnit, ReminderPlan } from '@district/contract/types.ts';
import { eachItem } from '../../src/command/batch/each-item.ts';
import { text, texts } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { DISTRICT_OPTION, districtOf } from '../../src/command/region-option.ts';
import { remindedLines } from '../../src/command/reminded-lines.ts';
import { WRITE_OPTIONS, writeOptions } from '../../src/command/shared-options.ts';
import { unitText } from '../../src/command/unit-text.ts';

export const remindUnits: Operation<RemindedUnit> = {
  id: 'requests.remind-units',
  summary: {
    zh: '按承办单位各催一次:一个单位一张催办单,每天一张;下班后到上班时发出,急件立即发出',
    en: 'remind each unit once of all it has: one a day, in office hours; urgent ones at once',
  },
  effect: 'write',
  batch: true,
  options: [
    {
      name: 'q',
      value: 'FILTER',
      completes: 'filter',
      summary: { zh: '催哪些(默认 is:overdue)', en: 'of what (is:overdue unless told)' },
    },
    {
      name: 'unit',
      value: 'UNIT',
      completes: 'unit',
      repeatable: true,
      summary: { zh: '只催这些单位(可多次)', en: 'these units alone; may be given again' },
    },
    { name: 'remark', value: 'TEXT', summary: { zh: '催办单上写的话', en: 'what the reminder says' } },
    DISTRICT_OPTION,
    ...WRITE_OPTIONS,
  ],
  keys: { workbench: 'r', triage: 'R' },
  examples: [
    'district requests remind-units',
    `district requests remind-units --q 'is:overdue-statutory' --remark 请今天答复 --dry-run`,
    'district requests remind-units --unit agency:urban_management',
  ],
  // A unit that has had the day's reminder is not reminded again: what was left over is done by the same command once more.
  items: {
    ids: (input) => texts(input, 'unit').map((unit) => unitText(unit, '--unit')),
    writer: (input) => {
      const remark = text(input, 'remark');
      return (client, unit, options) =>
        client.remindUnit({ unit, ...(remark !== undefined && { remark }) }, options);
    },
    versionOf: () => null,
  },
  async *run(input, context) {
    const q = text(input, 'q') ?? 'is:overdue';
    const remark = text(input, 'remark');
    const client = await context.client();
    const wanted = texts(input, 'unit').map((unit) => unitText(unit, '--unit'));
    const found = await client.planReminders({ q }, context.signal);
    const units = unitsOf(found, districtOf(input).district, wanted);
    if (units.size === 0)
      context.say(
        context.language === 'zh' ? '没有要催的,或催办单都在等上班。' : 'Nothing to remind anybody of.',
      );
    yield* eachItem([...units.keys()], (id) => {
      const { unit, district } = units.get(id) ?? { unit: id, district: undefined };
      return client.remindUnit(
        { unit, q, ...(district !== undefined && { district }), ...(remark !== undefined && { remark }) },
        writeOptions(input, id),
      );
    });
  },
  print: { lines: remindedLines },
};

/** By what each outcome goes by: the unit, before it its district where there are several. */
function unitsOf({ units }: ReminderPlan, district: string | undefined, wanted: readonly string[]) {
  const isOfMany = new Set(units.map((one) => one.district)).size > 1;
  return new Map(
    units
      .map((one) => ({ unit: `${one.unit.kind}:${one.unit.id}`, district: one.district }))
      .filter((one) => district === undefined || one.district === district)
      .filter((one) => wanted.length === 0 || wanted.includes(one.unit))
      .map((one) => [isOfMany ? `${one.district} ${one.unit}` : one.unit, one]),
  );
}
