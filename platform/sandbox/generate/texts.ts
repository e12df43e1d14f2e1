import replies from '../data/replies.json' with { type: 'json' };
import requestTexts from '../data/request-texts.json' with { type: 'json' };
import { inventedName } from '../people.ts';
import type { Arrival } from './arrivals.ts';
import type { Random } from './random.ts';

interface Template {
  title: string;
  body: string;
  vulnerable?: boolean;
}

const TEMPLATES = requestTexts as Readonly<Record<string, readonly Template[]>>;

const ESTATES = [
  ...[
    '幸福家园',
    '锦绣花园',
    '和平新村',
    '祥和小区',
    '阳光花园',
    '翠园小区',
    '新华宿舍',
    '惠民家园',
    '金桥小区',
  ],
  ...['振兴新村', '福泽苑', '书香苑', '春晓苑', '安居小区', '文华苑', '民富园', '康乐小区', '河畔花园'],
];
const SPOTS = [
  '南门',
  '北门',
  '东门口',
  '西侧小路',
  '菜场旁',
  '公交站',
  '小广场',
  '后面的巷子',
  '路口',
  '停车场',
];
const TIMES = ['晚上九点', '夜里十一点', '早上六点', '傍晚', '凌晨两点', '中午十二点', '晚上八点半'];

export interface Filled {
  title: string;
  body: string;
  address: string;
  grid: string;
  vulnerable: boolean;
  applicant: { name: string; phone: string };
}

type Words = Readonly<Record<string, string>>;

function fill(text: string, words: Words): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole);
}

function wordsOf(arrival: Arrival, random: Random): Words {
  const estate = random.pick(ESTATES);
  return {
    community: arrival.place.communityName,
    street: arrival.place.streetName,
    building: `${estate}${random.int(1, 36)}号楼`,
    unit: `${random.int(1, 6)}单元`,
    place: `${estate}${random.pick(SPOTS)}`,
    time: random.pick(TIMES),
    days: String(random.int(2, 12)),
    item: arrival.item.nameZh,
  };
}

/** What the resident wrote, and who: the person is invented, and 138 0000 is a range of test numbers. */
export function requestText(arrival: Arrival, random: Random): Filled {
  const template = random.pick(TEMPLATES[arrival.item.id] ?? []);
  const words = wordsOf(arrival, random);
  return {
    title: fill(template.title, words),
    body: fill(template.body, words),
    address: `${arrival.place.communityName}${words.building}${words.unit}${random.int(1, 18)}0${random.int(1, 4)}室`,
    grid: String(random.int(1, 12)),
    vulnerable: template.vulnerable === true,
    applicant: {
      name: inventedName(arrival.seed),
      phone: `1380000${String(random.int(0, 9_999)).padStart(4, '0')}`,
    },
  };
}

export type ReplyKind = keyof typeof replies;

/** A sentence staff would write, of the kind. */
export function staffText(kind: ReplyKind, arrival: Arrival, random: Random): string {
  return fill(random.pick(replies[kind]), wordsOf(arrival, random));
}
