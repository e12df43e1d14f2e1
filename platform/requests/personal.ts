import type { IdentityType } from '@district/contract/identity-document.ts';
import { maskAddress, maskIdentity, maskName, maskNumbers, maskPhone } from '../privacy/mask.ts';
import { normalIdentity, normalPhone } from '../privacy/normal-form.ts';
import type { Keys } from '../sealing/keys.ts';
import type { Place, SealingKey } from '../sealing/sealing-key.ts';
import type { RequestPersonalRow } from '../store/schema/privacy.ts';
import type { RequestRow } from '../store/schema/requests.ts';

/** What a filing says in the clear, on its way to being masked and sealed; never kept like this. */
export interface Personal {
  name: string | null;
  phone: string | null;
  identity: { type: IdentityType; number: string | null } | null;
  address: string | null;
  title: string;
  body: string;
}

type MaskedColumns = Pick<
  RequestRow,
  | 'title'
  | 'body'
  | 'address_masked'
  | 'applicant_name_masked'
  | 'applicant_phone_masked'
  | 'applicant_identity_type'
  | 'applicant_identity_masked'
>;

/** The columns of `requests` that are made from what is personal. */
export function masked({ name, phone, identity, address, title, body }: Personal): MaskedColumns {
  return {
    title: maskNumbers(title),
    body: maskNumbers(body),
    address_masked: address === null ? null : maskNumbers(maskAddress(address)),
    applicant_name_masked: name === null ? null : maskName(name),
    applicant_phone_masked: phone === null ? null : maskPhone(phone),
    applicant_identity_type: identity?.type ?? null,
    applicant_identity_masked: identity?.number ? maskIdentity(identity.number) : null,
  };
}

const COLUMNS = ['name', 'phone', 'identity', 'address', 'text'] as const;
export type PersonalColumn = (typeof COLUMNS)[number];

/** The row of `request_personal`; undefined where there is nothing personal. */
export function sealPersonal(
  key: SealingKey,
  { district, id }: Pick<RequestRow, 'district' | 'id'>,
  personal: Personal,
): RequestPersonalRow | undefined {
  const plain = plainColumns(personal);
  if (COLUMNS.every((column) => plain[column] === null)) return undefined;
  return sealColumns(key, { district, request_id: id }, plain);
}

type PlainColumns = Readonly<Record<PersonalColumn, string | null>>;

/** Seals a row's values, with one key for all of them. */
export function sealColumns(
  key: SealingKey,
  row: Pick<RequestPersonalRow, 'district' | 'request_id'>,
  plain: PlainColumns,
): RequestPersonalRow {
  const seal = (column: PersonalColumn) => {
    const value = plain[column];
    return value === null ? null : key.seal(value, placeOf(row.district, row.request_id, column));
  };
  return {
    district: row.district,
    request_id: row.request_id,
    key_id: key.id,
    name: seal('name'),
    phone: seal('phone'),
    identity: seal('identity'),
    address: seal('address'),
    text: seal('text'),
    phone_index: plain.phone === null ? null : key.indexOf('phone', normalPhone(plain.phone)),
    identity_index: plain.identity === null ? null : key.indexOf('identity', normalIdentity(plain.identity)),
  };
}

function plainColumns({ name, phone, identity, address, title, body }: Personal): PlainColumns {
  const untouched = maskNumbers(title) === title && maskNumbers(body) === body;
  return {
    name,
    phone,
    identity: identity?.number ?? null,
    address,
    text: untouched ? null : JSON.stringify({ title, body }),
  };
}

/** Opens one value of `request_personal`. */
export function openPersonal(
  keys: Keys,
  { district, id }: Pick<RequestRow, 'district' | 'id'>,
  column: PersonalColumn,
  sealed: string,
): string {
  return keys.open(sealed, placeOf(district, id, column));
}

function placeOf(district: string, id: string, column: PersonalColumn): Place {
  return { table: 'request_personal', column, district, id };
}
