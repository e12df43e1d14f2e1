import { OPERATIONS, resolve, type Schema } from '../platform/fuzz/document.ts';
import { HOSTILE_PARTS } from './hostile-text.ts';

/**
 * Who is hostile: residents, who write into texts of an honest platform, or the platform itself, whose every word, number and date may be
 * a text that drives a terminal.
 */
export type Enemy = 'resident' | 'platform';

/** What a date is in these documents: on Wednesday 2026-11-25 in Asia/Shanghai. */
const INSTANT = '2026-11-25T00:30:00.000Z';

/** The answer of an operation of the contract, every place for text filled with what is hostile. */
export function hostileAnswer(operationId: string, enemy: Enemy): unknown {
  const operation = OPERATIONS.find(({ id }) => id === operationId);
  const answer = operation?.responses['200'] ?? operation?.responses['201'];
  const schema = answer?.content['application/json']?.schema;
  if (!schema) throw new Error(`no answer is documented for ${operationId}`);
  let turn = 0;
  return valueOf(schema, enemy, () => `灯${HOSTILE_PARTS[turn++ % HOSTILE_PARTS.length]}坏`);
}

function valueOf(schema: Schema, enemy: Enemy, nextText: () => string, name = ''): unknown {
  const resolved = resolve(schema);
  const { properties, items, enum: words } = resolved;
  if (resolved.const !== undefined) return resolved.const;
  const type = [resolved.type ?? 'string'].flat()[0];
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, inner]) => [key, valueOf(inner, enemy, nextText, key)]),
    );
  if (name === 'next') return null;
  if (items) return [0, 1, 2].map(() => valueOf(items, enemy, nextText));
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return 7;
  if (type === 'object') return {};
  if (enemy === 'platform') return nextText();
  if (words) return words[0];
  if (resolved.format === 'date-time') return INSTANT;
  if (resolved.format === 'date') return INSTANT.slice(0, 10);
  if (resolved.pattern?.startsWith('^\\d{12}')) return '320302003000';
  return nextText();
}
