import * as z from 'zod';
import { IDENTITY_TYPES, identityFault } from '../identity-document.ts';

const FAULTS = {
  number_missing: 'a document has a number; write type none where there is no document',
  number_not_expected: 'without a document there is no number',
  form: 'is not how such a number is written',
  birth_date: 'the birth date in it is not a date',
  checksum: 'the check character does not fit: a digit is mistyped',
} as const;

export const IdentityDocument = z
  .object({
    type: z.enum(IDENTITY_TYPES),
    number: z.string().normalize('NFKC').trim().toUpperCase().max(18).nullable().optional(),
  })
  .superRefine(({ type, number }, context) => {
    const fault = identityFault(type, number ?? null);
    if (fault) context.addIssue({ code: 'custom', path: ['number'], message: FAULTS[fault] });
  })
  .meta({
    id: 'IdentityDocument',
    description:
      'Numbers of resident identities and of residence permits for Hong Kong, Macao and Taiwan carry the check character of GB 11643.',
  });

export const MaskedIdentity = z
  .object({ type: z.enum(IDENTITY_TYPES), number: z.string().nullable() })
  .meta({ id: 'MaskedIdentity' });
