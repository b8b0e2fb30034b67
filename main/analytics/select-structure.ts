import type { DuckDBConnection } from '@duckdb/node-api';
import { layers, type TableName } from '../contract/delta';

/** What a piece of SQL is, told by DuckDB's own parser without running it. */
export type SqlStructure =
  | {
      readonly kind: 'select';
      readonly statements: number;
      /** Lake tables that it names, wherever in it, sorted. */
      readonly tables: readonly TableName[];
      /** Table functions that it calls, lower case. */
      readonly tableFunctions: readonly string[];
      /** True when it asks which tables there are, instead of naming them. */
      readonly listsTables: boolean;
    }
  | { readonly kind: 'notSelect'; readonly firstWord: string }
  | { readonly kind: 'invalid'; readonly reason: string };

type Node = Record<string, unknown>;

const blank = String.raw`(?:\s|--[^\n]*(?:\n|$)|/\*(?:(?!\*/)[\s\S])*\*/)*`;
const explain = new RegExp(`^${blank}explain\\b${blank}(?:analyze\\b|\\([^)]*\\))?`, 'i');
const firstWord = new RegExp(`^${blank}([a-z_]+)`, 'i');

/**
 * Reads the structure of `sql`, or of what it explains, with `json_serialize_sql`, which takes
 * SELECT alone (with SHOW, DESCRIBE and SUMMARIZE, which are SELECTs to DuckDB). EXPLAIN is taken
 * apart because EXPLAIN ANALYZE runs what it explains.
 */
export async function readSqlStructure(
  connection: DuckDBConnection,
  sql: string,
): Promise<SqlStructure> {
  const serialized = await connection.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR)', [
    sql.replace(explain, ''),
  ]);
  const tree = JSON.parse(String(serialized.getRowsJson()[0]![0])) as Node;
  if (tree['error'] === true) {
    // DuckDB's own words for a statement that it cannot serialise, which is all but SELECT.
    return tree['error_type'] === 'not implemented'
      ? { kind: 'notSelect', firstWord: (firstWord.exec(sql)?.[1] ?? '').toUpperCase() }
      : { kind: 'invalid', reason: String(tree['error_message']) };
  }
  const statements = tree['statements'] as unknown[];
  const tables = new Set<TableName>();
  const tableFunctions = new Set<string>();
  let listsTables = false;
  for (const node of everyNode(statements)) {
    const schema = String(node['schema_name'] ?? '').toLowerCase();
    if (node['type'] === 'BASE_TABLE' && isLayer(schema)) {
      tables.add(`${schema}.${String(node['table_name']).toLowerCase()}`);
    }
    listsTables ||= node['type'] === 'SHOW_REF' && !isNode(node['query']);
    listsTables ||= node['type'] === 'BASE_TABLE' && catalogSchemas.has(schema);
    if (node['type'] === 'TABLE_FUNCTION' && isNode(node['function'])) {
      tableFunctions.add(String(node['function']['function_name']).toLowerCase());
    }
  }
  return {
    kind: 'select',
    statements: statements.length,
    tables: [...tables].sort(),
    tableFunctions: [...tableFunctions].sort(),
    listsTables: listsTables || [...tableFunctions].some((name) => name.startsWith('duckdb_')),
  };
}

const catalogSchemas = new Set(['information_schema', 'pg_catalog']);
const isLayer = (schema: string) => (layers as readonly string[]).includes(schema);
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every object of a tree, without recursion: a person's SQL may be nested deeply. */
function* everyNode(root: unknown): Generator<Node> {
  const waiting: unknown[] = [root];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (!isNode(next)) continue;
    if (!Array.isArray(next)) yield next;
    for (const child of Object.values(next)) waiting.push(child);
  }
}
