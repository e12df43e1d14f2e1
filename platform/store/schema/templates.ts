import type { TemplateField } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';

export interface ReplyTemplatesTable {
  district: string;
  name: string;
  field: TemplateField;
  text: string;
  by_name: string;
  at: Date;
  version: number;
}

export type ReplyTemplateRow = Selectable<ReplyTemplatesTable>;
