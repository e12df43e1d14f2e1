import { formatUnit, type Unit } from '@district/contract/assignee.ts';
import type { Role } from '@district/contract/vocabulary.ts';
import type { Operator } from '../access/operator.ts';
import agencies from './data/agencies.json' with { type: 'json' };
import { DISTRICT_SHARES, GULOU, PLACES } from './generate/places.ts';
import { randomOf } from './generate/random.ts';

export const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕',
];
export const GIVEN = [
  ...['伟', '芳', '娜', '敏', '静', '秀英', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明', '超'],
  ...[
    '秀兰',
    '霞',
    '平',
    '刚',
    '桂英',
    '建华',
    '玉梅',
    '志强',
    '海燕',
    '晓东',
    '丽华',
    '国庆',
    '雪梅',
    '文静',
  ],
  ...['子涵', '宇航', '欣怡', '建国', '春生', '红梅', '立新', '思远', '佳怡', '振华', '兰英'],
];

/** An invented name, the same for the same seed. */
export function inventedName(seed: string): string {
  const random = randomOf(`name ${seed}`);
  return random.pick(SURNAMES) + random.pick(GIVEN);
}

/** Who keeps the same name in every text about the sandbox. */
const NAMED: Readonly<Record<string, string>> = {
  '320302-administrator': '王磊',
  '320302-approver': '李娜',
  '320302-duty-1': '陈涛',
  '320302-agency-urban_management': '赵明',
  'city-administrator': '周敏',
};

function operator(id: string, role: Role, region: string, unit: Unit | null): Operator {
  return { id, name: NAMED[id] ?? inventedName(id), role, region, unit };
}

function centreOf(district: string): Operator[] {
  return [
    operator(`${district}-administrator`, 'administrator', district, null),
    operator(`${district}-approver`, 'approver', district, null),
    operator(`${district}-duty-1`, 'duty_officer', district, null),
    operator(`${district}-duty-2`, 'duty_officer', district, null),
    operator(`${district}-security`, 'security_officer', district, null),
    operator(`${district}-auditor`, 'auditor', district, null),
  ];
}

function handlersOf(district: string): Operator[] {
  const places = PLACES.filter((place) => place.district === district);
  const streets = [...new Set(places.map((place) => place.street))];
  return [
    ...agencies.map(({ id }) =>
      operator(`${district}-agency-${id}`, 'agency_handler', district, { kind: 'agency', id }),
    ),
    ...streets.map((id) =>
      operator(`${id.slice(0, 9)}-street`, 'street_operator', id.slice(0, 9), { kind: 'street', id }),
    ),
    ...places.map(({ region: id }) =>
      operator(`${id}-community`, 'community_operator', id, { kind: 'community', id }),
    ),
  ];
}

/** Everybody who works in the sandbox's districts: one handler a unit, six people a centre. */
export const PEOPLE: readonly Operator[] = [
  operator('city-administrator', 'city_administrator', '3203', null),
  ...Object.keys(DISTRICT_SHARES).flatMap((district) => [...centreOf(district), ...handlersOf(district)]),
];

const byId = new Map(PEOPLE.map((person) => [person.id, person]));
const byUnit = new Map(
  PEOPLE.flatMap((person) =>
    person.unit ? [[`${person.region.slice(0, 6)} ${formatUnit(person.unit)}`, person] as const] : [],
  ),
);

export function person(id: string): Operator {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`nobody is called ${id} in the sandbox`);
  return found;
}

/** The handler of a unit (`agency:…`, `street:…`, `community:…`) in a district. */
export function handlerOf(district: string, unit: string): Operator {
  const found = byUnit.get(`${district} ${unit}`);
  if (found === undefined) throw new Error(`no handler for ${unit} in ${district}`);
  return found;
}

/** A street of Gulou and a community of it that seldom has nothing to do, for their views: 牌楼街道, 桂园社区. */
const STREET = '320302004';
export const COMMUNITY = '320302004008';

/** Contexts that come with the sandbox, and who one is in them. */
export const IDENTITIES: readonly { context: string; operator: Operator }[] = [
  { context: 'sandbox', operator: person(`${GULOU}-administrator`) },
  { context: 'sandbox-approver', operator: person(`${GULOU}-approver`) },
  { context: 'sandbox-duty', operator: person(`${GULOU}-duty-1`) },
  { context: 'sandbox-agency', operator: person(`${GULOU}-agency-urban_management`) },
  { context: 'sandbox-street', operator: person(`${STREET}-street`) },
  { context: 'sandbox-community', operator: person(`${COMMUNITY}-community`) },
  { context: 'sandbox-security', operator: person(`${GULOU}-security`) },
  { context: 'sandbox-auditor', operator: person(`${GULOU}-auditor`) },
  { context: 'sandbox-city', operator: person('city-administrator') },
];
