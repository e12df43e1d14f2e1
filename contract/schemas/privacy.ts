import * as z from 'zod';
import {
  APPLICANT_REQUESTS_MAX,
  CASE_LENGTH_MAX,
  PURPOSE_LENGTH_MAX,
  PURPOSE_LENGTH_MIN,
  REVEALS_MAX,
  UNMASKED_EXPORT_MAX,
} from '../limits.ts';
import { REVEAL_FIELDS, REVEAL_MEANS } from '../vocabulary.ts';
import { FilterText, Instant, PageQuery, pageOf } from './fields.ts';
import { MaskedIdentity } from './identity.ts';
import { RequestNo, RequestSummary, summaryShape } from './requests.ts';

const purpose = z.string().trim().min(PURPOSE_LENGTH_MIN).max(PURPOSE_LENGTH_MAX).meta({
  description: 'Why it has to be seen. Kept in the audit, so no number of a person may stand in it.',
});
const reason = {
  purpose,
  case: z
    .string()
    .trim()
    .min(1)
    .max(CASE_LENGTH_MAX)
    .meta({ description: 'The case it is seen for: the request’s own number, or that of another matter.' }),
};

export const RevealRequest = z
  .object({ ...reason, fields: z.array(z.enum(REVEAL_FIELDS)).min(1).max(REVEAL_FIELDS.length) })
  .meta({ id: 'RevealRequest' });

export const Revealed = z
  .object({
    no: RequestNo,
    values: z
      .object({
        name: z.string(),
        phone: z.string(),
        identity: z.string(),
        address: z.string(),
        text: z.object({ title: z.string(), body: z.string() }),
      })
      .partial()
      .meta({ description: 'Of the fields asked for, those that the request has.' }),
    revealedAt: Instant,
    expiresAt: Instant.meta({ description: 'Show nothing of it after this, and keep it nowhere.' }),
  })
  .meta({ id: 'Revealed', description: 'In the clear: never to be cached, copied or logged.' });

export const Reveal = z
  .object({
    at: Instant,
    by: z.object({ id: z.string(), name: z.string() }),
    means: z.enum(REVEAL_MEANS),
    fields: z.array(z.enum(REVEAL_FIELDS)),
    purpose: z.string(),
    case: z.string(),
  })
  .meta({ id: 'Reveal' });

export const RevealList = z
  .object({ items: z.array(Reveal).max(REVEALS_MAX).meta({ description: 'Newest first.' }) })
  .meta({ id: 'RevealList' });

export const FindByApplicant = z
  .object({
    phone: z.string().max(40).optional(),
    identityNo: z.string().max(40).optional(),
    purpose,
  })
  .refine(({ phone, identityNo }) => (phone === undefined) !== (identityNo === undefined), {
    path: ['phone'],
    message: 'give a phone or an identity number, one of the two',
  })
  .meta({
    id: 'FindByApplicant',
    description: 'Found by the whole number only, however it is written. In the body, never in an address.',
  });

export const ApplicantRequests = z
  .object({
    items: z.array(RequestSummary).max(APPLICANT_REQUESTS_MAX).meta({ description: 'Newest first.' }),
    more: z.boolean().meta({ description: 'There are more than are listed.' }),
  })
  .meta({ id: 'ApplicantRequests' });

export const ExportRequests = z
  .object({
    q: FilterText,
    ...PageQuery,
    unmasked: z
      .object(reason)
      .optional()
      .meta({
        description: `Values in the clear, for those who may reveal: up to ${UNMASKED_EXPORT_MAX} requests in one page, entered in the audit.`,
      }),
  })
  .meta({ id: 'ExportRequests' });

export const ExportedRequest = z
  .object({
    ...summaryShape,
    applicant: z
      .object({ name: z.string(), phone: z.string().nullable(), identity: MaskedIdentity.nullable() })
      .nullable(),
    address: z.string().nullable(),
  })
  .meta({ id: 'ExportedRequest' });
export const ExportPage = pageOf(ExportedRequest, 'ExportPage');
