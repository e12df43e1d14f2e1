import type { NoticeAction } from '@district/contract/notice-transitions.ts';
import { failureOf } from '../../command/catch-failure.ts';
import { tooLong } from '../../command/notice/notice-lengths.ts';
import { noticesMessages } from '../../i18n/messages/console-notices.ts';
import { figureText } from '../../i18n/progress-text.ts';
import { translate } from '../../i18n/translate.ts';
import type { Desk } from '../desk.ts';
import { failureText } from '../failure.ts';
import { bodyOf, noticeOf } from './body.ts';
import type { Form, FormTarget, NoticeFormAction } from './form.ts';

/** Counts whom a notice would reach and says it in the form; only the same text sent once more is sent for good. */
export async function previewNotice(desk: Desk, form: Form, body: string): Promise<void> {
  const { language } = desk.store.getState();
  const wish = noticeOf(form);
  const long = tooLong(wish, wish.channels ?? []);
  if (long) {
    desk.store.setState({ form: { ...form, message: long[language], preview: null } });
    return;
  }
  desk.store.setState({ form: { ...form, sending: true, message: null, preview: null } });
  const shown = await desk.client
    .countAudience(wish.audience)
    .then(({ persons, households, regions }): Partial<Form> => {
      if (persons === 0) return { message: translate(noticesMessages, language, 'nobody') };
      const text = translate(noticesMessages, language, 'preview', {
        persons: figureText(persons),
        households: figureText(households),
        regions: regions.map(({ name }) => name).join(' '),
      });
      return { preview: { text, body } };
    })
    .catch((error: unknown): Partial<Form> => ({ message: failureText(failureOf(error), language) }));
  desk.store.setState((state) =>
    state.form?.sending ? { form: { ...form, ...shown, sending: false } } : {},
  );
}

/** Sends one notice form; what to say of it, or null for the usual sentence. */
export async function sendNotice(
  desk: Desk,
  action: NoticeFormAction,
  form: Form,
  target: FormTarget & { idempotencyKey: string },
): Promise<string | null> {
  const { language } = desk.store.getState();
  const { idempotencyKey, version } = target;
  if (action !== 'notice.push') {
    const { reason } = bodyOf(form);
    const verb = action.slice('notice.'.length) as NoticeAction;
    await desk.client.actOnNotice(target.no, verb, reason === undefined ? {} : { reason }, {
      idempotencyKey,
      version,
    });
    return null;
  }
  const { no, approvers } = await desk.client.createNotice(noticeOf(form), { idempotencyKey });
  const names = approvers.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  return translate(noticesMessages, language, 'pushed', { no, names });
}
