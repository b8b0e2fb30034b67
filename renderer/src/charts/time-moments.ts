import type { TimeLine } from './options/time-lines';
import type { ChartRows } from './save-rows';

/** A moment of a chart as a table has it: what each line had then; null where nothing was measured. */
export interface TimeMoment {
  readonly atMs: number;
  readonly values: readonly (number | null | undefined)[];
}

/** The points of all lines by time, newest first; undefined where a line has none at that time. */
export function timeMoments(lines: readonly TimeLine[]): TimeMoment[] {
  const byTime = new Map<number, (number | null | undefined)[]>();
  lines.forEach(({ points }, index) => {
    for (const [atMs, value] of points) {
      const values = byTime.get(atMs) ?? lines.map(() => undefined);
      values[index] = value;
      byTime.set(atMs, values);
    }
  });
  return [...byTime].sort(([a], [b]) => b - a).map(([atMs, values]) => ({ atMs, values }));
}

/** The same as the rows of a file, the oldest first: a column for each name, times in UTC. */
export function timeRows(lines: readonly TimeLine[], names: readonly string[]): ChartRows {
  return {
    columns: [
      { name: 'at_utc', type: 'TIMESTAMP WITH TIME ZONE' },
      ...names.map((name) => ({ name, type: 'DOUBLE' })),
    ],
    rows: timeMoments(lines)
      .reverse()
      .map(({ atMs, values }) => [
        new Date(atMs).toISOString(),
        ...values.map((value) => value ?? null),
      ]),
  };
}
