import { readFileSync } from 'node:fs';
import { PROBLEMS, type ProblemCode } from '@district/contract/problems.ts';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A JSON schema as the document writes it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  schema: Schema;
}

interface Media {
  schema: Schema;
}

interface DocumentedResponse {
  description: string;
  headers?: Record<string, unknown>;
  content: Record<string, Media>;
}

interface DocumentedOperation {
  operationId: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { content: { 'application/json': Media } };
  responses: Record<string, DocumentedResponse>;
}

export interface Operation {
  id: string;
  method: string;
  path: string;
  signedIn: boolean;
  /** What a token of narrower scope has to be made for; undefined where none is asked. */
  scope: string | undefined;
  parameters: Parameter[];
  body: Schema | undefined;
  responses: Record<string, DocumentedResponse>;
}

interface OpenApi {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

const document = JSON.parse(
  readFileSync(new URL('../../../contract/openapi.json', import.meta.url), 'utf8'),
) as OpenApi;

/** Every operation of the document, in its order. */
export const OPERATIONS: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    signedIn: (operation.security ?? []).length > 0,
    scope: operation.security?.[0]?.['bearer']?.[0],
    parameters: operation.parameters ?? [],
    body: operation.requestBody?.content['application/json'].schema,
    responses: operation.responses,
  })),
);

/** What a `$ref` stands for, alone or as the alternative of null. */
export function resolve(schema: Schema): Schema {
  if (schema.$ref !== undefined) return resolve(component(schema.$ref));
  const [reference, ...others] = schema.anyOf ?? [];
  if (reference && others.some(({ type }) => type === 'null')) {
    const named = resolve(reference);
    return { ...named, type: [named.type ?? 'string', 'null'].flat() };
  }
  return schema;
}

function component(ref: string): Schema {
  const schema = document.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)];
  if (!schema) throw new Error(`the document has no ${ref}`);
  return schema;
}

/** An answer with a field that the document does not name fails as well: that is how something leaks. */
function closed<T>(value: T): T {
  if (Array.isArray(value)) return value.map(closed) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, closed(inner)]));
  const isObject = 'properties' in copy && !('additionalProperties' in copy);
  return (isObject ? { ...copy, additionalProperties: false } : copy) as T;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/);
ajv.addSchema(closed(document), 'contract');

const validators = new Map<string, ValidateFunction>();

function validatorOf({ path, method }: Operation, status: number, type: string): ValidateFunction {
  const steps = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
  const pointer = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const known = validators.get(pointer);
  if (known) return known;
  const made = ajv.compile({ $ref: `contract#/${encodeURI(pointer)}` });
  validators.set(pointer, made);
  return made;
}

/** Everything in which an answer departs from the document; `text` is its body, which a stream does not have. */
export function departures(operation: Operation, { status, headers }: Response, text: string): string[] {
  const documented = operation.responses[status];
  if (status >= 500) return [`a ${status}: ${text}`];
  if (!documented) return [`${status} is not documented: ${text}`];
  const type = Object.keys(documented.content)[0] ?? '';
  const found: string[] = [];
  if (headers.get('content-type')?.split(';')[0] !== type)
    found.push(`Content-Type ${headers.get('content-type')} instead of ${type}`);
  for (const header of ['X-Request-Id', ...Object.keys(documented.headers ?? {})])
    if (!headers.has(header)) found.push(`no ${header}`);
  if (type === 'text/event-stream') return found;
  const body: unknown = JSON.parse(text);
  const validate = validatorOf(operation, status, type);
  if (!validate(body)) found.push(`body: ${ajv.errorsText(validate.errors)} in ${text}`);
  if (type === 'application/problem+json') found.push(...problemDepartures(documented, status, body));
  return found;
}

function problemDepartures(documented: DocumentedResponse, answered: number, body: unknown): string[] {
  const { code, status } = body as { code: ProblemCode; status: number };
  const found: string[] = [];
  if (!documented.description.split(', ').includes(code)) found.push(`problem ${code} is not documented`);
  if (status !== answered || PROBLEMS[code]?.status !== status)
    found.push(`problem ${code} says ${status} in a ${answered}`);
  return found;
}
