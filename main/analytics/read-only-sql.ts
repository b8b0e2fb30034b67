import { failed } from '../contract/failure';
import type { SqlStructure } from './select-structure';

/**
 * Table functions that a person's SQL may call. Every other one is refused: some change the session
 * or write files (`enable_logging`, `enable_profiling`), some run SQL that was not looked at
 * (`query`, `json_execute_serialized_sql`), some read files by their names: what may be read are the
 * files of the tables' snapshots, through the tables.
 */
const allowedTableFunctions = new Set([
  'duckdb_columns',
  'duckdb_functions',
  'duckdb_keywords',
  'duckdb_schemas',
  'duckdb_tables',
  'duckdb_types',
  'duckdb_views',
  'generate_series',
  'json_each',
  'json_tree',
  'pragma_table_info',
  'range',
  'repeat',
  'unnest',
]);

/**
 * Lets through one SELECT, or EXPLAIN of one, that only reads. Everything else fails with
 * `SQL_NOT_READ_ONLY` and a plain reason; SQL that cannot be parsed is left to its own failure.
 */
export function requireReadOnly(structure: SqlStructure): void {
  const refuse = (reason: string) => failed('SQL_NOT_READ_ONLY', { reason });
  if (structure.kind === 'invalid') return;
  if (structure.kind === 'notSelect') {
    throw refuse(`${structure.firstWord || 'This'} is neither SELECT nor EXPLAIN of a SELECT.`);
  }
  if (structure.statements === 0) throw refuse('There is no statement.');
  if (structure.statements > 1) {
    throw refuse(`There are ${structure.statements} statements; one is run at a time.`);
  }
  const refused = structure.tableFunctions.find((name) => !allowedTableFunctions.has(name));
  if (refused !== undefined) throw refuse(`The function ${refused} is not available here.`);
  const file = structure.files[0];
  if (file !== undefined) throw refuse(`${file} is a file; what can be read are the tables.`);
}
