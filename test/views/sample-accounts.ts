import type { Account, AccountDetail } from '@district/contract/types.ts';

const OVER: readonly Partial<Account>[] = [
  { login: 'hejun', name: '何军', actions: ['give', 'take'] },
  { login: 'xinren', name: '新人', role: null, unit: null, actions: ['give'] },
  { login: 'wanglei', id: 'u1', name: '王磊', role: 'security_officer', unit: null, actions: [] },
];

/** The first holds a post, the second none yet, the third is the operator who asks. */
export function anAccount(at: number, over: Partial<Account> = {}): Account {
  return {
    id: `account-${at}`,
    name: '何军',
    login: 'hejun',
    role: 'street_operator',
    region: { code: '320302004000', name: '牌楼街道' },
    unit: { kind: 'street', id: '320302004000', name: '牌楼街道' },
    disabledAt: null,
    version: at,
    actions: [],
    ...OVER[at - 1],
    ...over,
  };
}

export function anAccountDetail(account: Account): AccountDetail {
  return { ...account, closedActions: [{ action: 'disable', reason: 'role' }], sessions: 2, tokens: 1 };
}
