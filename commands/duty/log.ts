import type { DutyLog, DutyLogEntry } from '@district/contract/types.ts';
import { instantOf } from '../../src/command/audit/instant-option.ts';
import { DUTY_LOG_COLUMNS } from '../../src/command/duty-lines.ts';
import { text } from '../../src/command/input.ts';
import type { Operation } from '../../src/command/operation.ts';
import { collectPages, PAGE_OPTIONS } from '../../src/command/paging.ts';

export const log: Operation<DutyLog> = {
  id: 'duty.log',
  summary: {
    zh: '一个班次里办了什么;不指明时是自己最近的一班',
    en: 'what was done on a shift: your last one unless told',
  },
  effect: 'read',
  options: [
    {
      name: 'shift',
      value: 'ID',
      summary: { zh: '哪个班次(duty status 列出)', en: 'which shift, as duty status lists it' },
    },
    { name: 'from', value: 'TIME', summary: { zh: '从何时起的各班', en: 'all shifts from then on' } },
    { name: 'to', value: 'TIME', summary: { zh: '到何时为止', en: 'until then' } },
    ...PAGE_OPTIONS,
  ],
  examples: [
    'district duty log --all',
    'district duty log --from 2026-11-24 --to 2026-11-25 --csv at,by,action,object,title --all',
  ],
  async *run(input, context) {
    const client = await context.client();
    const [shift, from, to] = [
      text(input, 'shift'),
      instantOf(input, 'from', 'begin'),
      instantOf(input, 'to', 'end'),
    ];
    const query = {
      ...(shift !== undefined && { shift }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    };
    let shifts: DutyLog['shifts'] = [];
    const page = await collectPages<DutyLogEntry>(input, context, async (of) => {
      const answer = await client.dutyLog({ ...query, ...of }, context.signal);
      shifts = answer.shifts;
      return answer;
    });
    yield { status: 'done', value: { shifts, ...page } };
  },
  print: { columns: DUTY_LOG_COLUMNS, rows: ({ items }) => items },
};
