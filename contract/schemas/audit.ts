import * as z from 'zod';
import { AUDIT_CHECKPOINTS_MAX } from '../limits.ts';
import { AUDIT_FINDINGS, AUDIT_OUTCOMES, ROLES } from '../vocabulary.ts';
import { BothWaysQuery, bothWaysPageOf, Instant, RegionCode } from './fields.ts';

/** The chain an entry belongs to: a district, whoever stands above one, or the platform itself. */
const Chain = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6}|platform)$/)
  .meta({
    id: 'AuditChain',
    description:
      'The prefix of a province, city or district whose chain it is, or `platform` for what belongs to none.',
  });
const Facts = z.record(z.string(), z.unknown()).nullable();

export const AuditEntry = z
  .object({
    id: z.string(),
    chain: Chain,
    seq: z
      .number()
      .int()
      .nullable()
      .meta({ description: 'Its number in the chain; null in the second before it is sealed.' }),
    at: Instant,
    operator: z
      .object({
        id: z.string(),
        name: z.string(),
        role: z.enum(ROLES).nullable(),
        region: z.string().nullable(),
      })
      .nullable()
      .meta({ description: 'Who, with the post held then; null for the platform itself and for residents.' }),
    bearer: z.string().nullable().meta({ description: 'The session or token it was done with.' }),
    address: z.string().nullable().meta({ description: 'The network address it came from.' }),
    action: z.string().meta({ description: 'noun.verb, such as requests.accept.' }),
    object: z.string(),
    outcome: z.enum(AUDIT_OUTCOMES),
    code: z.string().nullable().meta({ description: 'Of a refusal, the code of the problem answered.' }),
    count: z
      .number()
      .int()
      .positive()
      .meta({ description: 'Refusals of the same kind within a minute are counted together.' }),
    requestId: z.string().meta({ description: 'The X-Request-Id of the answer.' }),
    before: Facts,
    after: Facts,
  })
  .meta({ id: 'AuditEntry' });
export const AuditPage = bothWaysPageOf(AuditEntry, 'AuditPage');

export const ListAuditQuery = z.object({
  operator: z
    .string()
    .regex(/^[\w.@:-]{1,64}$/)
    .optional()
    .meta({ description: 'An operator’s id or login: names do not belong into addresses.' }),
  action: z
    .string()
    .regex(/^[a-z_-]+(\.[a-z_-]+){0,3}$/)
    .max(64)
    .optional()
    .meta({ description: 'requests.accept, or requests for everything done to requests.' }),
  object: z
    .string()
    .regex(/^[\w:.\/{}*-]{1,200}$/)
    .optional()
    .meta({ description: 'The number or id of what it was done to.' }),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  ip: z
    .string()
    .regex(/^[\da-fA-F.:]{2,64}$/)
    .optional()
    .meta({ description: 'The network address it came from.' }),
  region: RegionCode.optional().meta({ description: 'Done by operators of this subtree.' }),
  from: Instant.optional(),
  to: Instant.optional().meta({ description: 'Before this instant.' }),
  ...BothWaysQuery,
});

const HASH = /^[0-9a-f]{64}$/;

export const AuditCheckpoint = z
  .strictObject({
    district: Chain,
    seq: z.number().int().nonnegative(),
    hash: z.string().regex(HASH).meta({ description: 'Of the last seal then, SHA-256 in hex.' }),
    at: Instant,
    key: z.string().max(64).meta({ description: 'Names the platform’s key.' }),
    signature: z.string().max(128).meta({ description: 'Ed25519, base64url.' }),
  })
  .meta({
    id: 'AuditCheckpoint',
    description: 'What a chain was at a moment. Kept elsewhere, it shows a tail that was cut off.',
  });

export const VerifyAudit = z.strictObject({
  region: RegionCode.optional().meta({ description: 'Chains of this subtree; all one may see without it.' }),
  cursor: z
    .string()
    .max(400)
    .optional()
    .meta({ description: '`next` of the answer before: goes on from there.' }),
  checkpoints: z
    .array(AuditCheckpoint)
    .max(AUDIT_CHECKPOINTS_MAX)
    .optional()
    .meta({ description: 'Compared as well as those the platform keeps.' }),
});

const EntryRef = z.object({
  id: z.string(),
  at: Instant.nullable().meta({ description: 'Null, as what follows, where only its seal is left.' }),
  action: z.string().nullable(),
  object: z.string().nullable(),
});

export const AuditVerification = z
  .object({
    chain: Chain.nullable().meta({ description: 'Null where there is no entry at all.' }),
    verified: z.number().int().meta({ description: 'Entries this call has gone through.' }),
    findings: z.array(
      z.object({
        kind: z.enum(AUDIT_FINDINGS),
        chain: Chain,
        from: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'Number in the chain; null for what was never sealed.' }),
        to: z.number().int().nullable(),
        entry: EntryRef.nullable().meta({ description: 'The entry, or the first of them, where it exists.' }),
      }),
    ),
    anchor: z
      .object({ seq: z.number().int(), at: Instant })
      .nullable()
      .meta({ description: 'Entries up to this number were deleted at the end of their time.' }),
    unsealed: z.number().int().meta({ description: 'Entries of the last moment, not sealed yet.' }),
    checkpoint: AuditCheckpoint.nullable().meta({
      description: 'Where the chain stands now, once it has been gone through: worth keeping elsewhere.',
    }),
    next: z.string().nullable(),
  })
  .meta({ id: 'AuditVerification' });
