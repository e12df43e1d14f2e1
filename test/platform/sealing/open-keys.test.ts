import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { formatKeyRing, formatKeyWord, parseKeyRing } from '../../../platform/sealing/key-ring.ts';
import { keySource } from '../../../platform/sealing/key-source.ts';
import { openKeys, registerKey } from '../../../platform/sealing/open-keys.ts';
import { newSealingKey } from '../../../platform/sealing/sealing-key.ts';
import type { Database } from '../../../platform/store/database.ts';
import { freshDatabase } from '../harness/database.ts';
import { openDistrict } from '../harness/district.ts';
import { KEY_TEXT, TEST_KEYS } from '../harness/keys.ts';

const NOW = new Date('2026-11-25T01:00:00Z');

function dataHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'district-keys-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** As before its first start: the harness's template has been sealed with the tests' key. */
async function newDatabase(): Promise<Database> {
  const { db } = await freshDatabase();
  await db.deleteFrom('sealing_keys').execute();
  return db;
}

describe('the keys of a platform', () => {
  test('are made at the first start, for their owner alone, and are the same at the next', async () => {
    const db = await newDatabase();
    const home = dataHome();
    const first = await openKeys(db, keySource({}, home, false));
    await registerKey(db, first, NOW);
    const file = join(home, 'platform-keys');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await openKeys(db, keySource({}, home, false));
    expect(again.current().id).toBe(first.current().id);
  });

  test('come from DISTRICT_KEY before DISTRICT_KEY_FILE before the data home', async () => {
    const db = await newDatabase();
    const home = dataHome();
    const file = join(home, 'elsewhere');
    const [own, filed] = [newSealingKey('aes-256-gcm.v1'), newSealingKey('sm4-ctr-hmac-sm3.v1')];
    writeFileSync(file, formatKeyRing([own, filed]));
    const open = (env: NodeJS.ProcessEnv) => openKeys(db, keySource(env, home, false));
    expect((await open({ DISTRICT_KEY_FILE: file })).current().id).toBe(filed.id);
    expect((await open({ DISTRICT_KEY_FILE: file, DISTRICT_KEY: KEY_TEXT })).current().id).toBe(
      parseKeyRing(KEY_TEXT, '').current.id,
    );
    expect(existsSync(join(home, 'platform-keys'))).toBe(false);
  });

  test('that are gone stop the start once something is sealed, and none is made in their place', async () => {
    const district = await openDistrict();
    const home = dataHome();
    const open = () => openKeys(district.services.db, keySource({}, home, false));
    await district.as('administrator').file();
    await expect(open()).rejects.toMatchObject({
      kind: 'key_missing',
      message: `The personal data in the database are sealed with the key ${TEST_KEYS.current().id}, and there is no key in ${join(home, 'platform-keys')}.`,
    });
    expect(existsSync(join(home, 'platform-keys'))).toBe(false);
    // What is about to be emptied needs no key of old.
    expect(
      (await openKeys(district.services.db, keySource({}, home, false), { emptied: true })).all(),
    ).toHaveLength(1);
  });

  test('of somebody else stop the start, and are told by name', async () => {
    const district = await openDistrict();
    await district.as('administrator').file();
    const other = newSealingKey('aes-256-gcm.v1');
    const source = keySource({ DISTRICT_KEY: formatKeyWord(other) }, '', false);
    await expect(openKeys(district.services.db, source)).rejects.toMatchObject({
      kind: 'key_missing',
      message: `The personal data in the database are sealed with the key ${TEST_KEYS.current().id}; DISTRICT_KEY holds ${other.id}, which does not open them.`,
    });
  });

  test.each(['', 'aes-256-gcm.v1:short', 'rot13:AAAA', KEY_TEXT.slice(0, -3), `${KEY_TEXT} half:`])(
    'that cannot be read are not repeated in the error: %j',
    async (text) => {
      const opened = openKeys(await newDatabase(), keySource({ DISTRICT_KEY: text }, '', false));
      const error = (await opened.catch((reason: unknown) => reason)) as Error & { hint: string };
      expect(error).toMatchObject({ kind: 'key_invalid', message: expect.stringContaining('DISTRICT_KEY') });
      if (text) expect(error.message + error.hint).not.toContain(text.split(':')[1] || text);
    },
  );

  test('are followed by a running platform when the file changes', async () => {
    const db = await newDatabase();
    const home = dataHome();
    const keys = await openKeys(db, keySource({}, home, false));
    const place = { table: 't', column: 'c', district: 'd', id: 'i' };
    const before = keys.current().seal('text', place);
    const file = join(home, 'platform-keys');
    const next = newSealingKey('sm4-ctr-hmac-sm3.v1');
    const ring = parseKeyRing(readFileSync(file, 'utf8'), file);
    writeFileSync(file, formatKeyRing([...ring.keys, next]));
    expect(keys.open(next.seal('other', place), place)).toBe('other');
    expect(keys.current().id).toBe(next.id);
    expect(keys.open(before, place)).toBe('text');
    expect(keys.indexesOf('phone', '1')).toHaveLength(2);
  });
});
