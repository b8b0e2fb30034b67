import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDbSession } from '../analytics/duckdb-session';
import { withSqlConnection, type SqlConnection } from '../analytics/sql-connection';

const timeoutMs = 600_000;

/**
 * Looks at the tables in a DuckDB of its own, and again when the first look failed or found
 * something: a data file or a line of a record may have changed under it. The second look is the
 * answer. Fails like `look`, with `SQL_TIMEOUT` after ten minutes, or with `REQUEST_CANCELLED`.
 */
export async function lookTwice<T extends { readonly ok: boolean }>(
  look: (connection: SqlConnection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const first = await lookOnce(look, signal).catch(() => null);
  return first?.ok ? first : lookOnce(look, signal);
}

async function lookOnce<T>(
  look: (connection: SqlConnection) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const spillFolder = await mkdtemp(join(tmpdir(), 'deltadesk-ledger-'));
  const session = await DuckDbSession.open({ memoryLimitMb: 1_024, spillFolder });
  try {
    return await withSqlConnection(session, { timeoutMs, signal }, 'The ledger', look);
  } finally {
    session.close();
    await rm(spillFolder, { recursive: true, force: true });
  }
}
