import type { AuditEntry } from '@district/contract/types.ts';

const BASE: AuditEntry = {
  id: '019f0000-0000-7000-8000-000000000001',
  chain: '320302',
  seq: 12,
  at: '2026-11-25T00:31:07.000Z',
  operator: { id: 'duty', name: '王磊', role: 'duty_officer', region: '320302' },
  bearer: '019f0000-0000-7000-8000-0000000000b1',
  address: '10.3.2.8',
  action: 'requests.assign',
  object: 'GL261125-0007',
  outcome: 'done',
  code: null,
  count: 1,
  requestId: '7b1c6f0a-2f44-4a8e-9f0b-8c6d1c2e3f40',
  before: { state: 'accepted', version: 2, lead: null },
  after: { state: 'assigned', version: 3, lead: 'agency:urban_management' },
};

/** An assignment, a refusal told four times, and a resident's filing; newest first. */
export function anAudit(): AuditEntry[] {
  return [
    { ...BASE, id: '019f0000-0000-7000-8000-000000000003', seq: null, at: '2026-11-25T00:33:00.000Z' },
    {
      ...BASE,
      id: '019f0000-0000-7000-8000-000000000002',
      seq: 13,
      at: '2026-11-25T00:32:11.000Z',
      operator: { id: 'street', name: '何军', role: 'street_operator', region: '320302003' },
      action: 'requests.accept',
      outcome: 'refused',
      code: 'forbidden',
      count: 4,
      before: null,
      after: null,
    },
    BASE,
  ];
}
