import { wholeText } from '../../terminal/text/typed-text.ts';
import { draftKey } from '../form/draft.ts';
import type { Form } from '../form/form.ts';
import { withoutGuard } from '../form/guard-field.ts';
import type { ConsoleState } from '../state.ts';
import { keptFields } from './kept-fields.ts';
import { type KeptForm, WORK_VERSION, type WorkInHand } from './work-in-hand.ts';

/** Texts put away and never sent: the last ones of a shift. */
const DRAFTS_MAX = 50;

export function workOf(state: ConsoleState, keptAt: string): WorkInHand {
  const { screen, requests, notices, detail, entry, form, drafts, palette, paletteDraft } = state;
  return {
    version: WORK_VERSION,
    keptAt,
    screen,
    filter: requests.filter,
    typedFilter: requests.editing && wholeText(requests.editing.typed),
    marks: [...requests.marks.keys()],
    cursorNo: requests.cursorNo,
    detail: detail && { no: detail.no, approvalId: detail.approvalId },
    notice: notices.open,
    entry,
    triageNo: state.triage.cursorNo,
    form: form && keptForm(form),
    // An open form tells its own words.
    drafts: [...drafts]
      .filter(([key]) => form === null || key !== draftKey(form))
      .map(([key, fields]) => ({ key, fields: keptFields(fields) }))
      .filter(({ fields }) => fields.length > 0)
      .slice(-DRAFTS_MAX),
    command: palette ? wholeText(palette.line.typed) : paletteDraft,
  };
}

function keptForm({ action, targets, skipped, focus, sentBody, batch, fields }: Form): KeptForm {
  return {
    action,
    targets: targets.map(({ title: _, ...target }) => target),
    skipped,
    focus,
    sentBody,
    batch,
    fields: keptFields(withoutGuard(fields)),
  };
}
