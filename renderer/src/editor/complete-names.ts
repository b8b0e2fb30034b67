import type { TableColumns } from '../../../main/contract/table-columns';

/** One name that may stand at the cursor; `detail` is a column's type or where it belongs. */
export interface NameCompletion {
  readonly label: string;
  readonly kind: 'table' | 'column';
  readonly detail: string;
}

/** What may stand at the cursor, in the place of the text from `from` on. */
export interface NameCompletions {
  readonly from: number;
  readonly names: readonly NameCompletion[];
}

type Table = TableColumns['tables'][number];

/**
 * Tables and columns that may be named at a position of a statement: after `layer.` its tables,
 * after a table or its other name its columns, elsewhere all tables and the columns of those that
 * the statement names. Null where a text in quotes or a comment is being written, and where a name
 * is complete and begins no other: there Enter is a new line.
 */
export function completeNames(
  sql: string,
  position: number,
  tables: readonly Table[],
): NameCompletions | null {
  const found = namesAt(sql, position, tables);
  if (found === null) return null;
  const typed = sql.slice(found.from, position).toLowerCase();
  const longer = found.names.filter(({ label }) => label.startsWith(typed));
  return typed !== '' && longer.length === 1 && longer[0]?.label === typed ? null : found;
}

function namesAt(sql: string, position: number, tables: readonly Table[]): NameCompletions | null {
  const before = sql.slice(0, position);
  if (isQuoted(before)) return null;
  const [word = ''] = /[\w.]*$/.exec(before) ?? [];
  const dot = word.lastIndexOf('.');
  const named = namedTables(sql, tables);
  if (dot < 0) {
    const columns = uniqueByLabel(
      [...new Set(named.values())].flatMap((table) => toColumns(table, table.table)),
    );
    return { from: position - word.length, names: [...columns, ...tables.map(toTable)] };
  }
  const owner = word.slice(0, dot).toLowerCase();
  const table = named.get(owner) ?? tables.find((one) => one.table === owner);
  if (table) return { from: position - word.length + dot + 1, names: toColumns(table, null) };
  const ofLayer = tables.filter((one) => one.table.startsWith(`${owner}.`));
  return { from: position - word.length, names: ofLayer.map(toTable) };
}

/** The tables that a statement names, each also by its bare and its other name. */
function namedTables(sql: string, tables: readonly Table[]): Map<string, Table> {
  const known = new Map(tables.map((table) => [table.table, table]));
  const named = new Map<string, Table>();
  const mention =
    /\b(\w+\.\w+)(?:\s+(?:as\s+)?(?!(?:on|using|where|group|order|join|left|limit)\b)(\w+))?/gi;
  for (const [, name = '', other] of sql.matchAll(mention)) {
    const table = known.get(name.toLowerCase());
    if (!table) continue;
    named.set(table.table, table);
    named.set(table.table.split('.')[1] ?? table.table, table);
    if (other) named.set(other.toLowerCase(), table);
  }
  return named;
}

const toTable = ({ table, columns }: Table): NameCompletion => ({
  label: table,
  kind: 'table',
  detail: String(columns.length),
});

const toColumns = ({ columns }: Table, owner: string | null): NameCompletion[] =>
  columns.map(({ name, type }) => ({ label: name, kind: 'column', detail: owner ?? type }));

function uniqueByLabel(names: readonly NameCompletion[]): NameCompletion[] {
  return [...new Map(names.map((name) => [name.label, name])).values()];
}

/** Whether the end of a piece of SQL lies in a text or a comment. */
function isQuoted(sql: string): boolean {
  const rest = sql.replace(/'(?:[^']|'')*'|--[^\n]*\n|\/\*[\s\S]*?\*\//g, '');
  return /'|--|\/\*/.test(rest);
}
