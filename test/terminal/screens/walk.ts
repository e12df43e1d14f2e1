import type { Language } from '../../../src/i18n/translate.ts';
import type { Desk } from '../real/open-terminal.ts';

type Bilingual<T> = Readonly<Record<Language, T>>;

/** A screen as a person gets to it. */
interface Stop {
  press: readonly (string | Bilingual<string>)[];
  /** How one knows that one is there, and, once it is gone, that one has left. */
  sees: Bilingual<RegExp>;
  /** Leads back to where the next stop begins. */
  back?: string;
}

const either = (pattern: RegExp): Bilingual<RegExp> => ({ zh: pattern, en: pattern });
const NUMBER_AT_CURSOR = either(/^>.*GL\d{6}-\d{4}/m);

/** A walk through the console from the workbench on. Each stop is kept as a person sees it. */
const WALK: Readonly<Record<string, Stop>> = {
  workbench: { press: ['j'], sees: { zh: />红 超承诺/, en: />RED past promised/ } },
  requests: { press: ['2'], sees: NUMBER_AT_CURSOR },
  filter: { press: ['/', ' is:overdu'], sees: either(/is:overdu$/m), back: 'Esc' },
  detail: { press: ['Enter'], sees: { zh: /^Esc 返回/m, en: /^Esc back/m }, back: 'Esc' },
  actions: { press: ['a'], sees: { zh: /您的岗位不能办/, en: /not for your role/ }, back: 'Esc' },
  remind: {
    press: ['r', { zh: '老人再次来电,请今天到场', en: 'The resident rang again' }],
    sees: { zh: /备注> 老人再次来电,请今天到场/, en: /Remark> The resident rang again/ },
    back: 'Esc',
  },
  notices: { press: ['3'], sees: either(/^>.*TZ-/m) },
  entry: { press: ['4'], sees: either(/\[[-+. \d]+\]/) },
  triage: { press: ['5'], sees: { zh: /建议/, en: /[Ss]uggested/ } },
  stats: { press: ['9'], sees: either(/^>.* \d+\.\d% /m) },
  approvals: { press: ['6'], sees: NUMBER_AT_CURSOR },
  help: { press: ['?'], sees: { zh: /^按键/m, en: /^Keys/m }, back: 'Esc' },
  palette: { press: [':', 'requests list'], sees: either(/requests list/), back: 'Esc' },
};

/** Walks through the console; `arrived` is called at each screen. */
export async function walkThrough(
  desk: Desk,
  language: Language,
  arrived: (name: string) => Promise<void>,
): Promise<void> {
  await desk.sees(language === 'zh' ? '现在要办' : 'To do now');
  for (const [name, { press, sees, back }] of Object.entries(WALK)) {
    for (const keys of press) desk.press(typeof keys === 'string' ? keys : keys[language]);
    await desk.sees(sees[language]);
    await arrived(name);
    if (back === undefined) continue;
    desk.press(back);
    await desk.loses(sees[language]);
  }
}
