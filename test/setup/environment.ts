/** Ink paints nothing while CI is set, even to an empty value, and a person's own settings must not colour a test. */
for (const name of [
  'CI',
  'DISTRICT_URL',
  'DISTRICT_TOKEN',
  'DISTRICT_CONTEXT',
  'DISTRICT_LANG',
  'NO_COLOR',
  'DATABASE_URL',
]) {
  delete process.env[name];
}
