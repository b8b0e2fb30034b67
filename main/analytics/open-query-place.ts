import type { Lake } from '../delta/lake';
import { DuckDbSession } from './duckdb-session';
import type { ExtraTables } from './extra-tables';
import type { PackViews } from './pack-views';
import type { QueryPlace } from './run-query';
import { TableViews } from './table-views';

/** A place for the app's own queries over a lake; `close` frees its DuckDB. */
export async function openQueryPlace(
  lake: Lake,
  packViews: PackViews = new Map(),
  extraTables: ExtraTables = new Map(),
): Promise<QueryPlace & { readonly close: () => void }> {
  const session = await DuckDbSession.open();
  return {
    session,
    views: new TableViews(session, lake, packViews, extraTables),
    newest: (table) => lake.snapshot(table),
    close: () => session.close(),
  };
}
