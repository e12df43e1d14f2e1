import { expect, onTestFinished, test, vi } from 'vitest';
import { endByTheClock } from '../../platform/duty/jobs.ts';
import { listen } from '../../platform/start/listen.ts';
import { makeHome } from '../cli/run-district.ts';
import { type District, openDistrict, type Person } from '../platform/harness/district.ts';
import { openTerminal } from '../terminal/real/open-terminal.ts';

/**
 * Scenario 12: the night officer's claims end at 08:00 and none is orphaned, whether somebody hands over or not; two people act on one
 * request, and the second sees who was first before anything is sent. On 80x24, in Chinese, one of them over a slow line.
 */

vi.setConfig({ testTimeout: 180_000 });

const ROUND_TRIP_MS = 300;

/** The platform with its clock in our hands, and two consoles at it. */
async function aDistrictAtNight() {
  const district = await openDistrict('2026-11-24T19:50');
  const { url, close } = await listen(district.app, '127.0.0.1', 0);
  onTestFinished(close);
  const sitDown = async (person: Person, roundTripMs = 0) => {
    const home = makeHome();
    onTestFinished(home.remove);
    const env = { ...home.env, DISTRICT_URL: url, DISTRICT_TOKEN: person };
    const desk = await openTerminal({ env, roundTripMs });
    onTestFinished(async () => {
      desk.hangUp();
      await desk.ends();
    });
    await desk.sees('现在要办');
    return desk;
  };
  return { district, sitDown };
}

async function assigned(district: District, title: string): Promise<string> {
  const centre = district.as('administrator');
  const { no } = await centre.file({ title });
  await centre.act(no, 'accept');
  await centre.act(no, 'assign', { to: 'agency:urban_management' });
  return no;
}

test('at 08:00 the claims of the night lapse, what is open is read by the day shift, and none is orphaned', async () => {
  const { district, sitDown } = await aDistrictAtNight();
  const [pump, noise] = [await assigned(district, '泵房停水'), await assigned(district, '夜间施工')];
  const night = await sitDown('duty', ROUND_TRIP_MS);
  const day = await sitDown('administrator');

  // 19:50: the night begins, and the other console knows.
  night.press('h');
  await night.sees(/接班/);
  night.press('Enter');
  await night.sees('已接班,19:50-08:00。');
  await night.sees('班次 19:50-08:00');
  await day.sees('值班 陈晨 19:50-08:00');

  // 07:30: two requests are taken up; the day's console sees whose they are.
  district.at('2026-11-25T07:30');
  await district.as('duty').put(`/v1/requests/${noise}/claim`);
  night.press('2');
  await night.sees(pump);
  night.press('/', 'Ctrl-U');
  night.types('泵房');
  night.press('Enter');
  await night.sees('第1/1行');
  night.press('c');
  await night.sees('陈晨 认领,到 2026-11-25 08:00');
  day.press('2');
  await day.sees(new RegExp(`${pump}.*=陈晨`));
  await day.sees(new RegExp(`${noise}.*=陈晨`));

  // 07:58: handed over, with a word on one of them and a word on none.
  district.at('2026-11-25T07:58');
  night.press('1', 'h');
  await night.sees('将留下 2 条,放回认领 2 件:');
  await night.sees(`认领未办完  ${pump} 泵房停水`);
  night.press('Tab');
  night.types(`${pump} 已约物业九点到场`);
  night.press('Ctrl-J');
  night.types('黄楼泵房夜里停过一次');
  night.press('Enter');
  await night.sees('已交班。留下 3 条,放回认领 2 件。');
  await night.loses('班次 19:50-08:00');
  await day.loses('=陈晨');
  expect(await district.as('administrator').list('is:claimed')).toEqual([]);

  // 08:00: the day begins, takes the claims over and strikes the rest off.
  district.at('2026-11-25T08:00');
  day.press('1');
  await day.sees('交班事项  3条未销');
  day.press('h');
  await day.sees('交班事项 3 条未销:');
  day.press('Tab', 'y', 'Enter');
  await day.sees('接过认领 2 件');
  await day.sees('班次 08:00-20:00');
  await day.sees('交班事项  1条未销: 黄楼泵房夜里停过一次');
  day.press('j', 'j', 'j', 'j', 'j', 'j', 'j', 'j', 'Enter');
  await day.sees('交班事项,未销 1 条');
  day.press('x');
  await day.sees('王磊 2026-11-25 08:00 已销项: 黄楼泵房夜里停过一次');
  day.press('Esc');
  await day.loses('条未销');
  await day.sees('现在要办');
  expect((await district.as('duty').list('is:claimed')).map(({ claim }) => claim?.by)).toEqual([
    '王磊',
    '王磊',
  ]);
});

test('when nobody hands over the clock does, and the claim is free on the other console', async () => {
  const { district, sitDown } = await aDistrictAtNight();
  const no = await assigned(district, '泵房停水');
  const duty = district.as('duty');
  await duty.post('/v1/duty/shifts', {});
  district.at('2026-11-25T07:30');
  await duty.put(`/v1/requests/${no}/claim`);
  const day = await sitDown('administrator');
  day.press('2');
  await day.sees(new RegExp(`${no}.*=陈晨`));
  district.at('2026-11-25T08:00');
  await endByTheClock(district.services);
  await day.loses('=陈晨');
  day.press('1');
  await day.sees(`交班事项  1条未销: ${no} 泵房停水`);
});

test('of two at one request the second sees who was first before sending, keeps the words and sends them', async () => {
  const { district, sitDown } = await aDistrictAtNight();
  district.at('2026-11-25T09:30');
  const no = await assigned(district, '泵房停水');
  const second = await sitDown('administrator', ROUND_TRIP_MS);
  second.press('2');
  await second.sees(new RegExp(`^>.*${no}`, 'm'));
  second.press('r');
  await second.sees('备注>');
  second.types('泵房停水,请今晚到场');
  await second.sees('备注> 泵房停水,请今晚到场');

  // The unit itself is quicker, and then a colleague: each is told with what is different, and the words stay.
  await district.as('urban').act(no, 'sign');
  await second.sees('赵明 09:30 已签收。状态 待签收 -> 办理中。还没有送出');
  await district.as('duty').act(no, 'remind', { remark: '请尽快' });
  await second.sees('陈晨 09:30 已催办。');
  await second.sees('备注> 泵房停水,请今晚到场');

  // Enter before that can have been read is refused with the same; once more is enough.
  second.press('Enter');
  await second.sees(new RegExp(`再按 Enter 仍可提交|${no} 已催办。`));
  if (second.emulator.has('再按 Enter 仍可提交')) second.press('Enter');
  await second.sees(`${no} 已催办。`);
  const { timeline } = await district.as('duty').show(no);
  expect(timeline.slice(-3).map(({ action, by, text }) => [action, by?.name, text])).toEqual([
    ['sign', '赵明', null],
    ['remind', '陈晨', '请尽快'],
    ['remind', '王磊', '泵房停水,请今晚到场'],
  ]);
});

test('of two deciding on one extension the second sees which way the first went, and loses nothing', async () => {
  const { district, sitDown } = await aDistrictAtNight();
  district.at('2026-11-25T09:30');
  const no = await assigned(district, '泵房停水');
  const urban = district.as('urban');
  await urban.act(no, 'sign');
  const { approval } = await urban.act(no, 'extend', { limit: 3, reason: '配件未到' });
  const second = await sitDown('administrator');
  second.press('6');
  await second.sees(new RegExp(`^>.*${no}`, 'm'));
  second.press('+');
  await second.sees('备注>');
  second.types('同意');
  await second.sees('备注> 同意');

  const refused = { reason: '方案已公示' };
  await district.as('approver').post(`/v1/approvals/${approval?.id}/refuse`, refused, { 'if-match': '*' });
  await second.sees('李娜 09:30 已驳回延期。');
  second.press('Enter');
  await second.sees('这项审批已有结论。现状:已驳回,经手 李娜。');
  await second.sees('备注> 同意');
});
