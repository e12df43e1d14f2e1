import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/store/database.ts';

/** A database of one's own, with schema and dictionaries, gone when the test is. */
export function freshDatabase(onQuery?: (sql: string) => void): Promise<OpenDatabase> {
  return databaseFrom(inject('postgres').database, onQuery);
}

/** A database of one's own with nothing in it. */
export function emptyDatabase(): Promise<OpenDatabase> {
  return databaseFrom('template1');
}

async function databaseFrom(template: string, onQuery?: (sql: string) => void): Promise<OpenDatabase> {
  const connection = inject('postgres');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = { ...connection, database: 'postgres' };
  await statement(admin, `create database ${database} template ${template} strategy file_copy`);
  const opened = openDatabase({ ...connection, database }, onQuery);
  onTestFinished(async () => {
    await opened.close();
    await statement(admin, `drop database ${database} with (force)`);
  });
  return opened;
}

async function statement(connection: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(sql);
  await client.end();
}
