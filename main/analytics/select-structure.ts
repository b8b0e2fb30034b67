import type { DuckDBConnection } from '@duckdb/node-api';
import { layers, type TableName } from '../contract/delta';
import { extraSchema } from './extra-tables';

/** What a piece of SQL is, told by DuckDB's own parser without running it. */
export type SqlStructure =
  | {
      readonly kind: 'select';
      readonly statements: number;
      /** Lake tables that it names, wherever in it, sorted. */
      readonly tables: readonly TableName[];
      /** Tables of the app's own that it names, `ops.<name>`, sorted. */
      readonly extraTables: readonly string[];
      /** Files that it names in the place of a table, as in FROM 'a.parquet'. */
      readonly files: readonly string[];
      /** Table functions that it calls, lower case. */
      readonly tableFunctions: readonly string[];
      /** True when it asks which tables there are, instead of naming them. */
      readonly listsTables: boolean;
      /** True when it says in which order its rows come: ORDER BY at its end. */
      readonly isOrdered: boolean;
      /** How it must be written to be one SELECT; null when it is one. */
      readonly sql: string | null;
    }
  | { readonly kind: 'notSelect'; readonly firstWord: string }
  /** `line` counts from 1; null where the parser does not say. */
  | { readonly kind: 'invalid'; readonly reason: string; readonly line: number | null };

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
  const plain = sql.replace(explain, '');
  const tree = await serialize(connection, plain);
  if (tree['error'] !== true) return toStructure(tree, null);
  if (tree['error_type'] === mistake) {
    const at = Number(tree['position'] ?? NaN);
    const line = Number.isNaN(at) ? null : lineAt(sql, sql.length - plain.length + at);
    return { kind: 'invalid', reason: String(tree['error_message']), line };
  }
  const word = (firstWord.exec(plain)?.[1] ?? '').toUpperCase();
  const notSelect: SqlStructure = { kind: 'notSelect', firstWord: word };
  if (!pivots.has(word)) return notSelect;
  // DuckDB takes PIVOT apart into several statements; inside a SELECT, with its values listed, it is one.
  const inside = `${plain.replace(new RegExp(`;?${blank}$`), '')}\n`;
  const pivoted = await serialize(connection, `FROM (${inside})`);
  if (pivoted['error'] !== true && (pivoted['statements'] as unknown[]).length === 1) {
    const head = sql.slice(0, sql.length - plain.length);
    return toStructure(pivoted, `${head}FROM (${inside})`);
  }
  const isParsed = pivoted['error'] !== true || pivoted['error_type'] !== mistake;
  const reason = String(pivoted['error_message']);
  return isParsed ? notSelect : { kind: 'invalid', reason, line: null };
}

const lineAt = (sql: string, position: number) => sql.slice(0, position).split('\n').length;

/**
 * The `error_type` that DuckDB's json_serialize_sql answers for a statement that is not SQL. Every
 * other one is of a statement that it can parse and not serialise: it is no SELECT.
 */
const mistake = 'parser';
const pivots = new Set(['PIVOT', 'PIVOT_WIDER', 'UNPIVOT', 'PIVOT_LONGER']);

async function serialize(connection: DuckDBConnection, sql: string): Promise<Node> {
  const select = 'SELECT json_serialize_sql($1::VARCHAR)';
  const serialized = await connection.runAndReadAll(select, [sql]);
  return JSON.parse(String(serialized.getRowsJson()[0]![0])) as Node;
}

function toStructure(tree: Node, sql: string | null): SqlStructure {
  const statements = tree['statements'] as unknown[];
  const tables = new Set<TableName>();
  const extraTables = new Set<string>();
  const tableFunctions = new Set<string>();
  const files = new Set<string>();
  const named = namesOfCtes(statements);
  let listsTables = false;
  for (const node of everyNode(statements)) {
    const schema = String(node['schema_name'] ?? '').toLowerCase();
    if (node['type'] === 'BASE_TABLE' && (isLayer(schema) || schema === extraSchema)) {
      const name = `${schema}.${String(node['table_name']).toLowerCase()}`;
      (schema === extraSchema ? extraTables : tables).add(name);
    }
    if (node['type'] === 'BASE_TABLE') {
      const path = fileOf(node);
      if (path !== null && !named.has(path)) files.add(path);
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
    extraTables: [...extraTables].sort(),
    files: [...files].sort(),
    tableFunctions: [...tableFunctions].sort(),
    listsTables: listsTables || [...tableFunctions].some((name) => name.startsWith('duckdb_')),
    isOrdered: statements.some(isOrdered),
    sql,
  };
}

/** Only what stands at the end of a statement orders its rows, not the ORDER BY of a part of it. */
function isOrdered(statement: unknown): boolean {
  const node = isNode(statement) ? statement['node'] : null;
  const modifiers = isNode(node) ? node['modifiers'] : null;
  return (
    Array.isArray(modifiers) &&
    modifiers.some((one) => isNode(one) && one['type'] === 'ORDER_MODIFIER')
  );
}

/**
 * The path that DuckDB would open for a table that it does not know; null for a plain name. A path's
 * ending can be parsed as the table of a schema: all parts belong to it.
 */
function fileOf(node: Node): string | null {
  const parts = ['catalog_name', 'schema_name', 'table_name'].map((part) =>
    String(node[part] ?? ''),
  );
  const path = parts.filter((part) => part !== '').join('.');
  const isPlain = parts[1] !== '' || !path.includes('.');
  return isPlain && !/[\\/:*?]/.test(path) ? null : path;
}

/** Names that WITH gives, wherever: they are tables, whatever they look like. */
function namesOfCtes(statements: readonly unknown[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of everyNode(statements)) {
    const map = isNode(node['cte_map']) ? node['cte_map']['map'] : null;
    if (!Array.isArray(map)) continue;
    for (const entry of map) if (isNode(entry)) names.add(String(entry['key']));
  }
  return names;
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
