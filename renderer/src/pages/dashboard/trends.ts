import type { QueryResult } from '../../../../main/contract/query';
import type { Trend } from './dashboards';
import { columnOf } from './panel-rows';

/** The small lines of tiles by the tile's column; empty before the trend was read. */
export type Trends = ReadonlyMap<string, readonly number[]>;

/** Each line as the trend's query has it over time, or one of its columns for each of another. */
export function trendsOf(result: QueryResult | null, trend: Trend | null): Trends {
  if (result === null || trend === null) return new Map();
  const values = (name: string) => {
    const { at } = columnOf(result, name);
    return result.rows.map((row) => Number(row[at] ?? 0));
  };
  return new Map(
    Object.entries(trend.lines).map(([tile, { column, per }]) => {
      const parts = per === undefined ? null : values(per);
      return [
        tile,
        values(column).map((value, index) =>
          parts === null ? value : value / Math.max(1, parts[index] ?? 1),
        ),
      ];
    }),
  );
}
