import type { AggregateDefinition } from '../contract/stream-pack';
import { quoteName } from '../analytics/sql-quoting';

/** A column of an aggregate that is not part of its key, and how much it may differ. */
export interface ComparedValue {
  readonly name: string;
  /** SQL over the columns of a pack's row; null: recomputed as `r:<name>`. */
  readonly sql: string | null;
  readonly tolerance: 'none' | 'approximate' | 'division';
}

/** Up to so many different values a distinct count is exact (floor.md D8). */
const exactDistinct = 100;

/** All columns that follow from Silver beside the keys: time and hidden state do not. */
export function valuesOf({ window, measures, derived }: AggregateDefinition): ComparedValue[] {
  const ends = window?.endColumn === undefined ? [] : [window.endColumn];
  return [
    ...ends.map((name) => ({ name, sql: null, tolerance: 'none' }) as const),
    ...measures.map(({ name, function: fold }): ComparedValue => {
      return { name, sql: null, tolerance: fold === 'distinct' ? 'approximate' : 'none' };
    }),
    ...derived.map(({ name, sql }): ComparedValue => {
      return { name, sql, tolerance: sql.includes('/') ? 'division' : 'none' };
    }),
  ];
}

/**
 * SQL that is true where the published `p:<name>` is not what the recomputed `r:<name>` asks for. A
 * distinct count above 100 may be 5 % off; sums of doubles depend on their order, so these may
 * differ by one part in a thousand million; a quotient of decimals goes through a double in DuckDB,
 * so its last digit may differ by one.
 */
export function differenceOf({ name, tolerance }: ComparedValue, duckDbType: string): string {
  const [published, asked] = [quoteName(`p:${name}`), quoteName(`r:${name}`)];
  const allowed = allowance(published, asked, tolerance, duckDbType);
  if (allowed === null) return `${published} IS DISTINCT FROM ${asked}`;
  return `((${published} IS NULL) <> (${asked} IS NULL)
    OR coalesce(abs(${published} - ${asked}) > ${allowed}, false))`;
}

function allowance(
  published: string,
  asked: string,
  tolerance: ComparedValue['tolerance'],
  duckDbType: string,
): string | null {
  if (tolerance === 'approximate') {
    return `CASE WHEN ${asked} <= ${exactDistinct} THEN 0 ELSE 0.05 * ${asked} END`;
  }
  if (duckDbType === 'DOUBLE' || duckDbType === 'FLOAT') {
    return `1e-9 * greatest(1, abs(${published}), abs(${asked}))`;
  }
  const scale = /^DECIMAL\(\d+,\s*(\d+)\)$/.exec(duckDbType)?.[1];
  return tolerance === 'division' && scale !== undefined ? `1e-${scale}::${duckDbType}` : null;
}
