import { regionLevel, wholeRegionCode } from '@district/contract/region-code.ts';
import type { CreateRequest } from '@district/contract/types.ts';
import type { RequestSource } from '@district/contract/vocabulary.ts';
import { rightsOf } from '../access/operator.ts';
import { inScope } from '../access/scope.ts';
import { type Actor, appendAudit } from '../audit/append.ts';
import type { ServiceItemRow } from '../dictionaries/dictionaries.ts';
import { nextNumberOfDay } from '../dictionaries/number-of-day.ts';
import { appendEvent } from '../events/append.ts';
import type { Services } from '../http/environment.ts';
import { ProblemError } from '../http/problem.ts';
import type { Writer } from '../store/database.ts';
import type { RequestRow } from '../store/schema/requests.ts';
import { uuidV7 } from '../store/uuid-v7.ts';
import { wordsVector } from './bigrams.ts';
import { type FiledFacts, newRequest } from './new-request.ts';
import { masked, type Personal, sealPersonal } from './personal.ts';
import { appendTimeline } from './record.ts';

export type Filing = Omit<CreateRequest, 'source'> & { source: RequestSource };

/** Files a request, for a resident or on somebody's behalf: number, row, timeline, audit and event in the caller's transaction. */
export async function createRequest(
  db: Writer,
  services: Services,
  actor: Actor,
  filing: Filing,
): Promise<RequestRow> {
  const item = services.dictionaries.items.get(filing.item);
  if (!item) throw invalid('item', `there is no service item ${filing.item}`);
  checkPlace(services, actor, filing.region);
  const district = filing.region.slice(0, 6);
  const no = await nextNumberOfDay(db, 'request_numbers', services.dictionaries, district, actor.at);
  const personal = personalOf(filing);
  const request = newRequest(factsOf(no, filing, item, actor, personal), services.calendar);
  await db
    .insertInto('requests')
    .values({
      ...request,
      pauses: JSON.stringify(request.pauses),
      open_pauses: JSON.stringify(request.open_pauses),
      undo: null,
      words: wordsVector(request.title, request.body, request.address_masked),
    })
    .execute();
  const sealed = sealPersonal(services.keys.current(), request, personal);
  if (sealed) await db.insertInto('request_personal').values(sealed).execute();
  const by = actor.operator?.name ?? null;
  await appendTimeline(db, actor, null, request, {
    action: 'create',
    phase: 'done',
    text: null,
    unit: null,
    public: true,
    event: 'request.created',
  });
  await appendAudit(db, actor, {
    district,
    action: 'requests.create',
    object: no,
    after: { state: request.state, item: item.id },
  });
  await appendEvent(db, {
    type: 'request.created',
    request,
    previousLead: null,
    at: actor.at,
    action: 'create',
    by,
    approvalId: null,
  });
  return request;
}

function invalid(path: string, message: string): ProblemError {
  return new ProblemError('invalid', `The request was not filed: ${message}.`, {
    fields: [{ path, message }],
  });
}

const TOO_WIDE: readonly (string | undefined)[] = ['province', 'city', 'district', undefined];

function checkPlace(services: Services, actor: Actor, region: string): void {
  if (!services.dictionaries.regions.has(region)) throw invalid('region', `there is no region ${region}`);
  if (TOO_WIDE.includes(regionLevel(region)))
    throw invalid('region', `${region} is wider than a street: name the street or the community`);
  const { operator } = actor;
  if (!operator) return;
  if (!rightsOf(operator).creates) {
    throw new ProblemError(
      'forbidden',
      'Your role may not enter requests: ask the district’s centre or a street to do it.',
    );
  }
  if (!inScope(operator, { district: region.slice(0, 6), street: '', region, units: [] })) {
    throw new ProblemError('not_found', `There is no region ${region} within your area: check the code.`);
  }
}

function personalOf({ applicant, place, title, body }: Filing): Personal {
  return {
    name: applicant?.name ?? null,
    phone: applicant?.phone ?? null,
    identity: applicant?.identity
      ? { type: applicant.identity.type, number: applicant.identity.number ?? null }
      : null,
    address: place?.address ?? null,
    title,
    body,
  };
}

function factsOf(
  no: string,
  filing: Filing,
  item: ServiceItemRow,
  actor: Actor,
  personal: Personal,
): FiledFacts {
  return {
    district: filing.region.slice(0, 6),
    id: uuidV7(actor.at, Math.random),
    no,
    street: wholeRegionCode(filing.region.slice(0, 9)),
    region: filing.region,
    item: item.id,
    category: item.category,
    source: filing.source,
    external_no: filing.externalNo ?? null,
    external_due_at: filing.externalDueAt ? new Date(filing.externalDueAt) : null,
    ...masked(personal),
    grid: filing.place?.grid ?? null,
    longitude: filing.place?.longitude ?? null,
    latitude: filing.place?.latitude ?? null,
    datum: filing.place?.datum ?? null,
    urgent: filing.urgent ?? item.kind === 'urgent',
    vulnerable: filing.vulnerable ?? false,
    submitted_at: actor.at,
    last_action_by: actor.operator?.name ?? null,
    promised_limit: item.promised_limit,
    promised_unit: item.promised_unit,
    statutory_limit: item.statutory_limit,
    statutory_unit: item.statutory_unit,
    clock_start: item.clock_start,
  };
}
