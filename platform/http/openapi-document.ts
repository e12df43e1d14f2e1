import { CONTRACT_VERSION } from '@district/contract/routes.ts';
import type { App } from './environment.ts';

/** The document of the whole contract, OpenAPI 3.1. */
export function openApiDocument(app: App) {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'District platform',
      version: CONTRACT_VERSION,
      description:
        'The contract between district consoles and district platforms. Errors are RFC 9457 problems whose `code` is stable.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/', description: 'This platform' }],
    tags: [
      { name: 'platform', description: 'The platform itself' },
      { name: 'access', description: 'Who is signed in, and who may do what' },
      { name: 'dictionaries', description: 'Versioned regions, agencies, service items and datasets' },
      { name: 'requests', description: 'Requests and the actions on them' },
      { name: 'privacy', description: 'What is masked, and who has seen it' },
      { name: 'approvals', description: 'What the centre grants or refuses' },
      { name: 'notices', description: 'Notices to residents, their approval and deliveries' },
      { name: 'progress', description: 'How far data entry is' },
      { name: 'events', description: 'What changes, as it changes' },
      { name: 'public', description: 'What residents use' },
    ],
  });
  return nullable(document);
}

interface Parts {
  allOf?: [{ $ref?: string }, { type?: string[]; [more: string]: unknown }];
}

/**
 * The library writes a nullable component as all of `$ref` and a type with null: a schema that null does not meet, since the component
 * does not take it. Meant is one or the other.
 */
function nullable<T>(value: T): T {
  if (Array.isArray(value)) return value.map(nullable) as T;
  if (typeof value !== 'object' || value === null) return value;
  const { allOf, ...rest } = value as Parts;
  const [reference, addition] = allOf ?? [];
  if (reference?.$ref !== undefined && Array.isArray(addition?.type) && addition.type.includes('null')) {
    const { type: _type, ...more } = addition;
    return { anyOf: [reference, { type: 'null' }], ...more, ...rest } as T;
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, nullable(inner)])) as T;
}
