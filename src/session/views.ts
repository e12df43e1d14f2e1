import type { Bilingual } from '../command/operation.ts';
import type { Settings } from './setting-checks.ts';

export interface View {
  /** By which it is called: the person's own words, or the id of one that comes with the console. */
  name: string;
  q: string;
  /** What one that comes with the console is called on screen. */
  title?: Bilingual;
}

/** Views that everybody has; one kept under the same name goes before. */
const BUILT_IN: readonly View[] = [
  { name: 'overdue', q: 'is:overdue', title: { zh: '超期', en: 'overdue' } },
  { name: 'due-today', q: 'is:due-today', title: { zh: '今天到期', en: 'due today' } },
  { name: 'unassigned', q: 'is:unassigned', title: { zh: '待派单', en: 'not yet assigned' } },
  { name: 'second-return', q: 'is:arbitration', title: { zh: '第二次退回', en: 'second return' } },
];

/** One's own views by name, then those that come with the console. */
export function allViews({ views = {} }: Settings): View[] {
  const own = Object.entries(views).map(([name, q]) => ({ name, q }));
  return [...own, ...BUILT_IN.filter(({ name }) => !Object.hasOwn(views, name))];
}

/** A view by its name, or by what it is called on screen in either language. */
export function findView(settings: Settings, name: string): View | undefined {
  const views = allViews(settings);
  return (
    views.find((view) => view.name === name) ??
    views.find(({ title }) => title?.zh === name || title?.en === name)
  );
}
