/** `value` with the named fields alone; of a page the fields of each item. A field may reach inside: `item.id`. */
export function pickFields(value: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
  if ('items' in value && Array.isArray(value.items)) {
    return { ...value, items: value.items.map((item) => pickFields(item, fields)) };
  }
  return Object.fromEntries(fields.map((field) => [field, reach(value, field)]));
}

/** Fields a value has, those of its items if it is a page; none where nothing can be said. */
export function fieldNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'items' in value && Array.isArray(value.items) ? fieldNames(value.items[0]) : Object.keys(value);
}

function reach(value: unknown, path: string): unknown {
  let at = value;
  for (const name of path.split('.')) {
    at =
      typeof at === 'object' && at !== null && Object.hasOwn(at, name)
        ? (at as Record<string, unknown>)[name]
        : null;
  }
  return at ?? null;
}
