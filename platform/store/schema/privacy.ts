import type { RevealField, RevealMeans } from '@district/contract/vocabulary.ts';
import type { Selectable } from 'kysely';

/** What a request says of a person, each value sealed in its place. Read for a reveal and nothing else. */
export interface RequestPersonalTable {
  district: string;
  request_id: string;
  /** The key of all sealed values and indexes of the row. */
  key_id: string;
  name: string | null;
  phone: string | null;
  identity: string | null;
  address: string | null;
  /** Title and body as JSON, where numbers in them were masked. */
  text: string | null;
  phone_index: string | null;
  identity_index: string | null;
}

/** Keys that values may have been sealed with, by what names them; the keys themselves are never in the database. */
export interface SealingKeysTable {
  id: string;
  algorithm: string;
  added_at: Date;
}

export interface RevealsTable {
  district: string;
  id: string;
  request_id: string;
  at: Date;
  operator_id: string;
  operator_name: string;
  means: RevealMeans;
  fields: RevealField[];
  purpose: string;
  case_no: string;
}

export type RequestPersonalRow = Selectable<RequestPersonalTable>;
