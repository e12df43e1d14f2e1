import replies from '../data/replies.json' with { type: 'json' };
import requestTexts from '../data/request-texts.json' with { type: 'json' };
import { inventedName } from '../people.ts';
import type { Arrival } from './arrivals.ts';
import { type Document, shownDocument } from './documents.ts';
import type { Item } from './items.ts';
import { type Random, randomOf } from './random.ts';

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
  applicant: { name: string; phone: string; identity: Document | null };
}

type Words = Readonly<Record<string, string>>;

function fill(text: string, words: Words): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => words[key] ?? whole);
}

/** The same for every text about one request, so that a reply speaks of the place that was named. */
function wordsOf(arrival: Arrival): Words {
  const random = randomOf(`words ${arrival.seed}`);
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
  const words = wordsOf(arrival);
  return {
    title: fill(template.title, words),
    body: fill(template.body, words),
    address: `${arrival.place.communityName}${words.building}${words.unit}${random.int(1, 18)}0${random.int(1, 4)}室`,
    grid: String(random.int(1, 12)),
    vulnerable: template.vulnerable === true,
    applicant: {
      name: inventedName(arrival.seed),
      phone: `1380000${String(random.int(0, 9_999)).padStart(4, '0')}`,
      identity: shownDocument(arrival),
    },
  };
}

export type ReplyKind = keyof typeof replies;

/** Replies that speak of something in particular, and the items they answer; any other reply answers anything. */
const ABOUT: readonly [RegExp, (item: Item) => boolean][] = [
  [/电梯/, ({ id }) => id === 'lift_fault'],
  [/污水/, ({ id }) => id === 'sewage_overflow'],
  [/工地/, ({ id }) => id === 'construction_noise'],
  [/犬/, ({ id }) => id === 'dog_nuisance'],
  [/杂物/, ({ id }) => id === 'corridor_clutter'],
  [/工资/, ({ id }) => id === 'wage_arrears'],
  [/退还/, ({ id }) => id === 'prepaid_card_refund'],
  [/清运/, ({ id }) => id === 'rubbish_collection'],
  [/噪声/, ({ id }) => /noise/.test(id)],
  [/补贴/, ({ id }) => /allowance|subsidy/.test(id)],
  [/志愿时长/, ({ id }) => id === 'volunteer_hours'],
  [/志愿者/, ({ category, kind }) => category === 'volunteer' && kind === 'help'],
  [/老人/, ({ id }) => /^(elderly|meal|smartphone|volunteer_haircut|volunteer_repair)/.test(id)],
  [/破损|维修人员/, ({ id }) => /repair|road_damage|manhole|stairwell_light|lift_fault/.test(id)],
  [/警示|清理|联合检查/, ({ kind, category }) => kind === 'urgent' || category === 'neighbourhood'],
  [/执法|责令|处置/, ({ kind, agency }) => kind === 'complaint' && agency !== null],
  [/物业/, ({ category, kind }) => category === 'property' && kind === 'complaint'],
  [/协议|协调会|承诺/, ({ category, kind }) => category === 'neighbourhood' && kind !== 'urgent'],
  [/建议/, ({ kind }) => kind === 'suggestion'],
  [/申请|材料齐全/, ({ kind }) => kind === 'licensing'],
  [/咨询|政策/, ({ kind }) => kind === 'consultation' || kind === 'licensing'],
  [/登记/, ({ kind, category }) => kind === 'help' && category !== 'living'],
  [/活动|两委/, ({ category, kind }) => category === 'community' && kind !== 'urgent'],
  [/信息有误/, ({ category }) => category === 'government'],
  [/现场|历史遗留|表示理解/, ({ kind }) => kind === 'complaint' || kind === 'urgent'],
];

const repliesTo = new Map<string, readonly string[]>();

function suitable(item: Item): readonly string[] {
  const suiting =
    repliesTo.get(item.id) ??
    replies.resolved.filter((text) => ABOUT.every(([about, answers]) => !about.test(text) || answers(item)));
  repliesTo.set(item.id, suiting);
  return suiting;
}

/** A sentence staff would write, of the kind. */
export function staffText(kind: ReplyKind, arrival: Arrival, random: Random): string {
  const texts = kind === 'resolved' ? suitable(arrival.item) : replies[kind];
  return fill(random.pick(texts), wordsOf(arrival));
}
