import type { ApprovalKind } from '@district/contract/vocabulary.ts';
import type { Limit } from '../calendar/deadline.ts';

/** By when an approval is decided; a return within 2 working days as the hotline's practice has it, an extension while there is still time. */
export const APPROVAL_LIMITS: Readonly<Record<ApprovalKind, Limit>> = {
  return: { limit: 2, unit: 'working_day' },
  extend: { limit: 1, unit: 'working_day' },
  special_procedure: { limit: 2, unit: 'working_day' },
  decline: { limit: 2, unit: 'working_day' },
  resolve: { limit: 2, unit: 'working_day' },
};
