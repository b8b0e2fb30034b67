import type { TableColumns } from '../contract/table-columns';
import { runQuery, type QueryPlace } from './run-query';

/** A lake has fewer columns than this; one more would say so by a missing table, not by a failure. */
const mostColumns = 20_000;

/**
 * Every table, view and table of the app that can be read now, with its columns, in the order of
 * their names; hidden columns (`_state`) are left out.
 */
export async function readTableColumns(place: QueryPlace): Promise<TableColumns> {
  const sql = `SELECT table_schema || '.' || table_name, column_name, data_type
    FROM information_schema.columns
    WHERE table_schema <> 'main' AND NOT starts_with(column_name, '_')
    ORDER BY 1, ordinal_position`;
  const { rows } = await runQuery(place, sql, { rowLimit: mostColumns });
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const [table, name, type] of rows) {
    const columns = tables.get(String(table)) ?? [];
    columns.push({ name: String(name), type: String(type) });
    tables.set(String(table), columns);
  }
  return { tables: [...tables].map(([table, columns]) => ({ table, columns })) };
}
