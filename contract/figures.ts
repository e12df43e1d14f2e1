/**
 * What the figures of requests mean: each formula once, with its terms. Platforms reckon by them, the console prints them beside the
 * figures. Three rates of a matter as the 12345 hotline's practice knows them, and how long the work takes.
 */
import { RATINGS_TOGETHER_MIN, RESPONSE_HOURS_MAX } from './limits.ts';

interface Bilingual {
  zh: string;
  en: string;
}

/** Shares of requests; each is told with its numerator, its denominator and how many it leaves out. */
export const RATES = ['response', 'resolution', 'satisfaction', 'onTime', 'onTimeStatutory'] as const;
export type Rate = (typeof RATES)[number];

export const FIGURES = ['received', ...RATES, 'medianHours', 'p90Hours', 'backlog'] as const;
export type Figure = (typeof FIGURES)[number];

export interface Formula {
  name: Bilingual;
  /** What is counted, or reckoned over what is counted. */
  counts: Bilingual;
  /** Of what it is a share, where it is one. */
  of?: Bilingual;
  leavesOut: Bilingual;
}

const NOT_TO_BE_ANSWERED = { zh: '并案、不予受理、撤回的', en: 'merged, declined and withdrawn ones' };

export const FORMULAS: Readonly<Record<Figure, Formula>> = {
  received: {
    name: { zh: '登记件数', en: 'received' },
    counts: {
      zh: '登记时间(Asia/Shanghai)在期内的办件',
      en: 'requests submitted within the period (Asia/Shanghai)',
    },
    leavesOut: {
      zh: '并入他件的,只计被并入的那一件',
      en: 'those merged into another one, which is counted itself',
    },
  },
  response: {
    name: { zh: '响应率', en: 'response rate' },
    counts: {
      zh: `登记后${RESPONSE_HOURS_MAX}小时内首次联系诉求人的`,
      en: `those whose resident was first contacted within ${RESPONSE_HOURS_MAX} hours of submission`,
    },
    of: {
      zh: `期内登记、已联系或已满${RESPONSE_HOURS_MAX}小时的`,
      en: `those received that were contacted or are older than ${RESPONSE_HOURS_MAX} hours`,
    },
    leavesOut: {
      zh: `${NOT_TO_BE_ANSWERED.zh},未联系而未满${RESPONSE_HOURS_MAX}小时的`,
      en: `${NOT_TO_BE_ANSWERED.en}; those not contacted yet that still have time`,
    },
  },
  resolution: {
    name: { zh: '办结率', en: 'resolution rate' },
    counts: { zh: '截至统计时已答复或已归档的', en: 'those resolved or closed by now' },
    of: { zh: '期内登记的', en: 'those received' },
    leavesOut: NOT_TO_BE_ANSWERED,
  },
  satisfaction: {
    name: { zh: '满意率', en: 'satisfaction rate' },
    counts: {
      zh: '评价为非常满意、满意或基本满意的;只答满意与否的,答满意的',
      en: 'those rated basically satisfied or better; without a rating, those who said they are satisfied',
    },
    of: { zh: '期内登记、有评价的', en: 'those received whose resident gave a rating or said so' },
    leavesOut: {
      zh: `未回访、回访不到、不作评价的,${NOT_TO_BE_ANSWERED.zh};有评价的不足${RATINGS_TOGETHER_MIN}件,不显示(相减可得的同样不显示)`,
      en: `those not called back, not reached, or without an opinion; ${NOT_TO_BE_ANSWERED.en}; not shown for fewer than ${RATINGS_TOGETHER_MIN} opinions, nor where subtraction would tell them`,
    },
  },
  onTime: {
    name: { zh: '承诺期内办结率', en: 'on time (promised)' },
    counts: { zh: '在承诺时限前办结的', en: 'those resolved before their promised deadline' },
    of: { zh: '期内登记、已办结或已过承诺时限的', en: 'those received that are resolved or past it' },
    leavesOut: {
      zh: `${NOT_TO_BE_ANSWERED.zh},未起算的,在办而未到时限的`,
      en: `${NOT_TO_BE_ANSWERED.en}; those whose clock has not started; open ones that still have time`,
    },
  },
  onTimeStatutory: {
    name: { zh: '法定期内办结率', en: 'on time (statutory)' },
    counts: { zh: '在法定时限前办结的', en: 'those resolved before their statutory deadline' },
    of: { zh: '期内登记、已办结或已过法定时限的', en: 'those received that are resolved or past it' },
    leavesOut: {
      zh: `${NOT_TO_BE_ANSWERED.zh},未起算的,在办而未到时限的`,
      en: `${NOT_TO_BE_ANSWERED.en}; those whose clock has not started; open ones that still have time`,
    },
  },
  medianHours: {
    name: { zh: '办理时长中位数', en: 'median hours' },
    counts: {
      zh: '已办结的从起算到办结的小时数(昼夜连续计,不是工作时间),扣除中止计时,各段重叠只扣一次;取中位数',
      en: 'of those resolved, hours from the start of the clock to the resolution (by day and night, not working hours), without pauses, each moment of which is left out once; the median',
    },
    leavesOut: {
      zh: `未办结的,未起算的,${NOT_TO_BE_ANSWERED.zh};重办的只计最近一轮`,
      en: `those not resolved or without a started clock; ${NOT_TO_BE_ANSWERED.en}; of reopened ones, all rounds but the last`,
    },
  },
  p90Hours: {
    name: { zh: '办理时长九成位', en: 'p90 hours' },
    counts: { zh: '同上,九成办件不超过的小时数', en: 'as above, the hours that nine in ten do not exceed' },
    leavesOut: { zh: '同上', en: 'as above' },
  },
  backlog: {
    name: { zh: '期末存量', en: 'backlog' },
    counts: {
      zh: '期末(未到期末则为此刻)已登记而未答复的,不论何时登记;后来重办的算未答复',
      en: 'those submitted by the end of the period, whenever that was, and without an answer then (or now, if the end is still to come); one reopened later counts as without',
    },
    leavesOut: NOT_TO_BE_ANSWERED,
  },
};
