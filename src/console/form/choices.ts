import { ROLES } from '@district/contract/vocabulary.ts';
import type { Language } from '../../i18n/translate.ts';
import { roleText } from '../../i18n/words.ts';
import type { Form } from './form.ts';
import type { Choice } from './units.ts';

type Source = 'units' | 'agencies' | 'regions' | 'roles';

/** Where the field with the keyboard has its choices from; null for one that is typed. */
export function choiceSource(form: Form): Source | null {
  const field = form.fields[form.focus];
  if (field?.kind !== 'units') return null;
  if (field.name === 'regions' || field.name === 'region') return 'regions';
  if (field.name === 'role') return 'roles';
  return field.name === 'agency' ? 'agencies' : 'units';
}

export function choicesOf(
  source: Source,
  units: readonly Choice[],
  regions: readonly Choice[],
  language: Language,
): readonly Choice[] {
  if (source === 'regions') return regions;
  if (source === 'roles') return ROLES.map((id) => ({ kind: 'role', id, name: roleText(id, language) }));
  return source === 'agencies' ? units.filter(({ kind }) => kind === 'agency') : units;
}
