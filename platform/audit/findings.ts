import type { AuditFound } from '@district/contract/types.ts';
import type { AuditFinding } from '@district/contract/vocabulary.ts';

/** What does not fit, in the order of the chain; neighbours of the same kind are one finding. */
export class Findings {
  readonly list: AuditFound[] = [];
  private readonly district: string;

  constructor(district: string) {
    this.district = district;
  }

  get length(): number {
    return this.list.length;
  }

  add(kind: AuditFinding, from: number, to: number, entry: AuditFound['entry'] = null): void {
    const last = this.list.findLast((finding) => finding.kind === kind);
    if (last?.to === from - 1) last.to = to;
    else this.list.push({ kind, chain: this.district, from, to, entry });
  }

  /** An entry that stands in no chain. */
  addUnsealed(entry: NonNullable<AuditFound['entry']>): void {
    this.list.push({ kind: 'inserted', chain: this.district, from: null, to: null, entry });
  }
}
