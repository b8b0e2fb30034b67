import { quoteName } from '../analytics/sql-quoting';
import type { SqlConnection } from '../analytics/sql-connection';
import type { ExportColumn } from './column-type';

/** What source and files are compared by (export.md section 6); all values as exact text. */
export interface Facts {
  readonly rows: number;
  /** Nulls by column. */
  readonly nulls: Readonly<Record<string, number>>;
  /** Sums of decimal columns; '0' of none. */
  readonly sums: Readonly<Record<string, string>>;
  /** Least and most of timestamp columns, null of none. */
  readonly bounds: Readonly<Record<string, readonly [string | null, string | null]>>;
  /** Null for a dataset without an id column. */
  readonly distinctIds: number | null;
}

/** One aggregate of a SELECT, with its place in the facts. */
interface Aggregate {
  readonly sql: string;
  readonly of: 'rows' | 'nulls' | 'sums' | 'least' | 'most' | 'distinctIds';
  readonly column: string;
}

/**
 * The aggregates over columns of the file's names and types. `emptyIsNull`: a file of one column
 * cannot tell empty text from null (E-7).
 */
function aggregatesOf(
  columns: readonly ExportColumn[],
  idColumn: string | null,
  idValue: (id: string) => string,
): Aggregate[] {
  const emptyIsNull = columns.length === 1 && columns[0]!.type.kind === 'text';
  return [
    { of: 'rows', column: '', sql: 'count(*)' },
    ...(idColumn === null
      ? []
      : [
          {
            of: 'distinctIds' as const,
            column: '',
            sql: `count(DISTINCT ${idValue(quoteName(idColumn))})`,
          },
        ]),
    ...columns.flatMap(({ name, type }): Aggregate[] => {
      const value = quoteName(name);
      const present = emptyIsNull ? `nullif(${value}, '')` : value;
      const nulls: Aggregate = {
        of: 'nulls',
        column: name,
        sql: `count(*) - count(${present})`,
      };
      if (type.kind === 'timestamp') {
        // As number: the same for a timestamp with and without a time zone.
        return [
          nulls,
          { of: 'least', column: name, sql: `min(epoch_us(${value}))::VARCHAR` },
          { of: 'most', column: name, sql: `max(epoch_us(${value}))::VARCHAR` },
        ];
      }
      if (!('precision' in type)) return [nulls];
      return [nulls, { of: 'sums', column: name, sql: `coalesce(sum(${value}), 0)::VARCHAR` }];
    }),
  ];
}

/** Reads the facts of `from` (a FROM clause's content); `more` are further aggregates' SQL. */
export async function readFacts(
  connection: SqlConnection,
  from: string,
  columns: readonly ExportColumn[],
  idColumn: string | null,
  { more = [] as readonly string[], idValue = (id: string) => id } = {},
): Promise<{ facts: Facts; more: (string | number)[] }> {
  const aggregates = aggregatesOf(columns, idColumn, idValue);
  const select = [...aggregates.map(({ sql }) => sql), ...more].join(',\n');
  const row = (await connection.readFirstRow(`SELECT ${select}\nFROM ${from}`))!;
  const valuesOf = (wanted: Aggregate['of']) =>
    aggregates.flatMap(({ of, column }, at) =>
      of === wanted ? [[column, row[at]!] as const] : [],
    );
  const texts = (of: Aggregate['of']) =>
    Object.fromEntries(
      aggregates.flatMap((one, at) =>
        one.of === of ? [[one.column, row[at] === null ? null : String(row[at])]] : [],
      ),
    ) as Record<string, string | null>;
  const [least, most] = [texts('least'), texts('most')];
  const ids = valuesOf('distinctIds')[0];
  return {
    facts: {
      rows: Number(valuesOf('rows')[0]![1]),
      nulls: Object.fromEntries(valuesOf('nulls').map(([name, value]) => [name, Number(value)])),
      sums: texts('sums') as Record<string, string>,
      bounds: Object.fromEntries(
        Object.keys(least).map((name) => [name, [least[name]!, most[name]!] as const]),
      ),
      distinctIds: ids === undefined ? null : Number(ids[1]),
    },
    more: row.slice(aggregates.length).map((value) => value as string | number),
  };
}

/** The first difference in words; null when both say the same. */
export function firstDifference(expected: Facts, found: Facts): string | null {
  const differ = (what: string, a: unknown, b: unknown) =>
    String(a) === String(b)
      ? null
      : `${what}: ${String(a)} in the table, ${String(b)} in the file.`;
  const byColumn = (what: string, a: object, b: object) =>
    Object.entries(a).map(([name, value]) =>
      differ(`${what} of ${name}`, value, (b as Record<string, unknown>)[name]),
    );
  const differences = [
    differ('Rows', expected.rows, found.rows),
    differ('Distinct ids', expected.distinctIds, found.distinctIds),
    ...byColumn('Sum', expected.sums, found.sums),
    ...byColumn('Least and most', expected.bounds, found.bounds),
    ...byColumn('Nulls', expected.nulls, found.nulls),
  ];
  return differences.find((one) => one !== null) ?? null;
}
