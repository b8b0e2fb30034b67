import { DuckDbSession } from '../analytics/duckdb-session';
import { quoteName } from '../analytics/sql-quoting';
import { SqlBox } from '../analytics/sql-box';
import { readComparableRows, type ComparableCell } from '../analytics/test-comparable-rows';
import type { TableName } from '../contract/delta';
import { sqlRequest } from '../contract/query';
import { recordPageRequest } from '../contract/records';
import { Lake } from '../delta/lake';
import { Records } from '../records/records';
import { testPack } from '../ledger/test-pack';

/** How many rows a condition lets through, counted in two ways. */
export interface FilterCount {
  readonly condition: string;
  readonly byFilter: number;
  readonly bySql: number;
}

const filtersOf = (column: string, value: string | number | boolean) => ({
  '=': { column, operator: 'equals' as const, value },
  '>=': { column, operator: 'between' as const, from: value, until: null },
  '<=': { column, operator: 'between' as const, from: null, until: value },
});

/** A lake as the product reads it, with every way that a row takes to a person. */
export class ProductReading {
  private constructor(
    readonly lake: Lake,
    private readonly records: Records,
    private readonly sqlBox: SqlBox,
    private readonly session: DuckDbSession,
  ) {}

  static async open(folder: string, spillFolder: string): Promise<ProductReading> {
    const lake = new Lake(folder);
    const records = new Records(lake, testPack, spillFolder);
    return new ProductReading(lake, records, new SqlBox(lake), await DuckDbSession.open());
  }

  /** Every value of a version, nothing rounded; rows in the order of their text. */
  async readRows(table: TableName, atVersion: number | null): Promise<ComparableCell[][]> {
    return readComparableRows(this.session, await this.lake.snapshot(table, { atVersion }));
  }

  /** The number of rows by a page of records, and by the SQL box. */
  async countRows(table: TableName): Promise<{ onPage: number; total: number; bySql: number }> {
    const page = await this.records.readPage(recordPageRequest.parse({ table, limit: 1_000 }));
    const { rows } = await this.sqlBox.run(sqlRequest.parse({ sql: `SELECT * FROM ${table}` }));
    return { onPage: page.rows.length, total: page.totalRows, bySql: rows.length };
  }

  /**
   * Counts of rows for every value on the first page of a column, by a filter of records, which may
   * leave out files by their statistics, and by one SQL statement, which reads them all. Only types
   * that can be filtered.
   */
  async compareFilters(table: TableName): Promise<FilterCount[]> {
    const page = await this.records.readPage(recordPageRequest.parse({ table, limit: 1_000 }));
    const conditions = page.columns.flatMap(({ name: column, type }, at) => {
      if (/^(BLOB|STRUCT|MAP)|\[\]/.test(type)) return [];
      const values = [...new Set(page.rows.map((row) => row[at]!))].filter((one) => one !== null);
      return values.flatMap((value) =>
        Object.entries(filtersOf(column, value)).map(([operator, filter]) => {
          return { column, type, value, operator, filter };
        }),
      );
    });
    if (conditions.length === 0) return [];
    const counted = conditions.map(
      ({ column, type, operator }, index) =>
        `count(*) FILTER (${quoteName(column)} ${operator} CAST($value${index} AS ${type}))`,
    );
    const sql = `SELECT ${counted.join(', ')} FROM ${table}`;
    const parameters = Object.fromEntries(
      conditions.map(({ value }, index) => [`value${index}`, String(value)]),
    );
    const { rows } = await this.sqlBox.run(sqlRequest.parse({ sql, parameters }));
    const counts: FilterCount[] = [];
    const rest = conditions.entries();
    const compare = async () => {
      for (const [index, { column, operator, value, filter }] of rest) {
        // How many rows there are is told by any page of them.
        const request = { table, filters: [filter], columns: [column], limit: 1 };
        const { totalRows } = await this.records.readPage(recordPageRequest.parse(request));
        const condition = `${table}: ${column} ${operator} ${value}`;
        counts.push({ condition, byFilter: totalRows, bySql: Number(rows[0]![index]) });
      }
    };
    await Promise.all([compare(), compare()]);
    return counts;
  }

  /** The newest rows at a version, as a grid asks for them. */
  readPageAt(table: TableName, atVersion: number) {
    return this.records.readPage(recordPageRequest.parse({ table, atVersion }));
  }

  async close(): Promise<void> {
    await this.records.close();
    await this.sqlBox.close();
    this.session.close();
    await this.lake.close();
  }
}
