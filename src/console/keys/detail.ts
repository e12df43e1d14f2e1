import type { Desk } from '../desk.ts';
import { OPERATIONS } from '../operations.ts';
import { startReveal } from '../reveal.ts';
import type { Binding } from './binding.ts';
import { CLAIM_BINDINGS } from './claims.ts';
import { EXPLAIN_BINDING } from './explain.ts';
import { moveBinding } from './moves.ts';

function scroll(desk: Desk, by: number): void {
  desk.store.setState(({ detail }) => {
    if (!detail) return {};
    return { detail: { ...detail, scroll: Math.min(Math.max(detail.scroll + by, 0), detail.scrollMax) } };
  });
}

const REVEAL = OPERATIONS['request.reveal'];
const REVEAL_KEY = REVEAL.keys?.request ?? '';

export const DETAIL_BINDINGS: readonly Binding[] = [
  moveBinding(scroll),
  EXPLAIN_BINDING,
  ...CLAIM_BINDINGS,
  {
    name: REVEAL.id,
    keys: [REVEAL_KEY],
    label: REVEAL_KEY,
    summary: REVEAL.summary,
    run: (desk) => {
      const { detail } = desk.store.getState();
      if (detail) startReveal(desk, detail.no);
    },
  },
  {
    name: 'back',
    keys: ['escape', 'left', 'backspace'],
    label: 'Esc',
    summary: { zh: '返回', en: 'back' },
    run: ({ store }) => store.setState({ detail: null, notice: null }),
  },
];
