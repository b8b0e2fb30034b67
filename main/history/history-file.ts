import { rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { sayEvent } from '../contract/event-sentences';
import type { Said } from '../contract/said';
import { renewColumns } from './former-names';
import { columnList, insertFromJson } from './history-sql';
import { historyTableNames, historyTables } from './history-tables';

/** An open history; `notice` says what was wrong with the file, null when nothing. */
export interface OpenHistory {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly notice: Said | null;
}

const settings = {
  threads: '1',
  memory_limit: '128MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};
const lockAttempts = 20;

/**
 * Opens the file for writing, made anew when there is none. One that cannot be read, or whose tables
 * are not ours, is moved aside, never deleted; one that another program holds stays where it is, and
 * this run's history is kept in memory alone.
 */
export async function openForWriting(file: string): Promise<OpenHistory> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ...(await open(file)), notice: null };
    } catch (error) {
      if (!isLocked(error)) return { ...(await openAfterMovingAside(file)) };
      // A person's own DuckDB has it open, or a verb that is about to end.
      if (attempt < lockAttempts) await delay(100);
      else break;
    }
  }
  const notice = sayEvent('historyHeld', { file });
  return { ...(await open(':memory:')), notice };
}

/** Opens the file to be read only; null when there is none. Throws DuckDB's error when it cannot. */
export async function openForReading(file: string): Promise<Omit<OpenHistory, 'notice'> | null> {
  if (!existsSync(file)) return null;
  return connect(await DuckDBInstance.create(file, { ...settings, access_mode: 'READ_ONLY' }));
}

async function openAfterMovingAside(file: string): Promise<OpenHistory> {
  const aside = `${file}.damaged-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(file, aside);
  await rename(`${file}.wal`, `${aside}.wal`).catch(() => undefined);
  const notice = sayEvent('historyDamaged', { aside });
  return { ...(await open(file)), notice };
}

async function open(file: string): Promise<Omit<OpenHistory, 'notice'>> {
  const opened = await connect(await DuckDBInstance.create(file, settings));
  try {
    await opened.connection.run('CREATE SCHEMA IF NOT EXISTS ops');
    for (const name of historyTableNames) {
      const table = historyTables[name];
      await renewColumns(opened.connection, name);
      await opened.connection.run(`CREATE TABLE IF NOT EXISTS ops.${name} (${columnList(table)})`);
      // Fails for a table of the same name that has other columns.
      const statement = await opened.connection.prepare(insertFromJson(name, table));
      statement.destroySync();
    }
    return opened;
  } catch (error) {
    close(opened);
    throw error;
  }
}

async function connect(instance: DuckDBInstance) {
  try {
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    return { instance, connection };
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

/** Frees the file. */
export function close({ instance, connection }: Omit<OpenHistory, 'notice'>): void {
  connection.closeSync();
  instance.closeSync();
}

function isLocked(error: unknown): boolean {
  return (
    error instanceof Error &&
    /could not set lock|conflicting lock|being used by/i.test(error.message)
  );
}
