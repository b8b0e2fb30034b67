import type { SqlConnection, SqlValue } from '../analytics/sql-connection';
import { quoteName } from '../analytics/sql-quoting';
import { failed } from '../contract/failure';
import type { TableName } from '../contract/delta';
import type { RecordFilter } from '../contract/records';
import type { Comparison } from '../delta/prune-files';
import { toComparisons } from './filter-comparisons';
import { findColumn, kindOf, type TableColumn } from './table-columns';

/** A condition in SQL, with the values of its parameters `$1`, `$2`… in order. */
export interface Condition {
  /** Empty where every row is let through. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
  /** The same as far as a file's statistics can tell, so that a file need not be opened. */
  readonly comparisons: readonly Comparison[];
}

const textOperators = new Set(['contains', 'startsWith', 'pattern']);
const comparisons = { equals: '=', notEquals: '<>' } as const;

/**
 * All filters as one condition, each value checked against its column's type. Fails with
 * `COLUMN_UNKNOWN` or `FILTER_INVALID`, naming the column.
 */
export async function toCondition(
  connection: SqlConnection,
  table: TableName,
  columns: readonly TableColumn[],
  filters: readonly RecordFilter[],
): Promise<Condition> {
  const values: SqlValue[] = [];
  const conditions: string[] = [];
  const comparisons: Comparison[] = [];
  for (const filter of filters) {
    const column = findColumn(table, columns, filter.column);
    const invalid = (reason: string) => failed('FILTER_INVALID', { column: column.name, reason });
    const kind = kindOf(column);
    const isTextOnly = textOperators.has(filter.operator);
    const needsNoValue = filter.operator === 'isNull' || filter.operator === 'isNotNull';
    if (isTextOnly && kind !== 'text') {
      throw invalid(`It holds no text but ${column.type}; use equals, between or in.`);
    }
    if (kind === 'other' && !needsNoValue) {
      throw invalid(`It holds ${column.type}; only isNull and isNotNull can be asked of it.`);
    }
    const bind = async (given: SqlValue) => {
      // A whole number is bound as BIGINT, which has no room for 1e300.
      const isHuge = Number.isInteger(given) && !Number.isSafeInteger(given);
      const value = isHuge ? String(given) : given;
      const read = `SELECT TRY_CAST($1 AS ${column.type}) IS NOT NULL`;
      if ((await connection.readFirstRow(read, [value]))?.[0] !== true) {
        throw invalid(`"${value}" is no ${column.type}.`);
      }
      return `CAST($${values.push(value)} AS ${column.type})`;
    };
    conditions.push(await toSql(quoteName(column.name), filter, bind));
    comparisons.push(...toComparisons(column.name, filter));
  }
  return { sql: conditions.join(' AND '), values, comparisons };
}

async function toSql(
  name: string,
  filter: RecordFilter,
  bind: (value: SqlValue) => Promise<string>,
): Promise<string> {
  switch (filter.operator) {
    case 'equals':
    case 'notEquals':
      return `${name} ${comparisons[filter.operator]} ${await bind(filter.value)}`;
    case 'contains':
      return `contains(lower(${name}), lower(${await bind(filter.value)}))`;
    case 'startsWith':
      return `starts_with(lower(${name}), lower(${await bind(filter.value)}))`;
    case 'pattern':
      // Brackets are no pattern to the person who typed them.
      return `lower(${name}) GLOB lower(${await bind(filter.value.replaceAll('[', '[[]'))})`;
    case 'between': {
      const ends: string[] = [];
      if (filter.from !== null) ends.push(`${name} >= ${await bind(filter.from)}`);
      if (filter.until !== null) ends.push(`${name} <= ${await bind(filter.until)}`);
      return ends.length > 0 ? ends.join(' AND ') : 'true';
    }
    case 'in': {
      const values: string[] = [];
      for (const value of filter.values) values.push(await bind(value));
      return `${name} IN (${values.join(', ')})`;
    }
    case 'isNull':
      return `${name} IS NULL`;
    case 'isNotNull':
      return `${name} IS NOT NULL`;
  }
}
