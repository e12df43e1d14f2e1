import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exists, openPlace, SYSTEM_HOME } from '../../../platform/store/embedded/place.ts';
import { startEmbedded } from '../../../platform/store/embedded/start.ts';
import { query, temporaryDataHome } from './data-home.ts';

/** Root cannot run PostgreSQL itself: what is done about that can only be seen as root. */
describe.runIf(process.getuid?.() === 0)('as root', () => {
  let area: Awaited<ReturnType<typeof temporaryDataHome>>;
  beforeAll(async () => {
    area = await temporaryDataHome();
  });
  afterAll(() => area.remove());

  test('the server runs as another user, on data that is closed to others', async () => {
    const database = await startEmbedded({ dataHome: area.dataHome });
    const postmaster = Number.parseInt(await readFile(join(database.dataDir, 'postmaster.pid'), 'utf8'), 10);
    const { uid } = await stat(`/proc/${postmaster}`);
    expect(uid).not.toBe(0);
    for (const directory of [database.dataDir, database.connection.host]) {
      const found = await stat(directory);
      expect([found.uid, found.mode & 0o777]).toEqual([uid, 0o700]);
    }
    expect(await query(database.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.stop();
    expect(await readFile(join(area.dataHome, 'location'), 'utf8')).toBe(`${area.home}\n`);
    expect(area.home.startsWith(SYSTEM_HOME)).toBe(true);
  });

  test('data is removed once its data home was deleted and nobody has it', async () => {
    const abandoned = await temporaryDataHome();
    const held = await openPlace(abandoned.dataHome);
    await mkdir(held.place.store);
    await rm(abandoned.dataHome, { recursive: true });

    await (await openPlace(area.dataHome)).release();
    expect(await exists(abandoned.home)).toBe(true);
    await held.release();
    await (await openPlace(area.dataHome)).release();
    expect(await exists(abandoned.home)).toBe(false);
    expect(await exists(area.home)).toBe(true);
  });

  test('a data home that was deleted begins empty', async () => {
    const first = await openPlace(area.dataHome);
    await mkdir(first.place.store, { recursive: true });
    await first.release();
    await rm(area.dataHome, { recursive: true });
    const again = await openPlace(area.dataHome);
    expect(await exists(again.place.store)).toBe(false);
    await again.release();
  });
});
