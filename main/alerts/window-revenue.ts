import type { StreamPack } from '../contract/stream-pack';

const quote = (name: string) => `"${name}"`;

/**
 * SELECT of the revenue of the newest closed windows, newest first: the sums of the first decimal sum
 * of the pack's first aggregate that closes windows; null for a pack without one. A window is closed
 * once the watermark of the newest batch has passed its end.
 */
export function windowRevenueSql(pack: StreamPack, windows: number): string | null {
  for (const { layer, table, window, measures } of pack.aggregates) {
    if (window?.watermarkDelayMs === undefined) continue;
    const revenue = measures.find(
      (measure) => measure.function === 'sum' && measure.type.startsWith('decimal'),
    );
    if (revenue === undefined) continue;
    const start = quote(window.startColumn);
    return `SELECT sum(${quote(revenue.name)})::DOUBLE FROM ${layer}.${quote(table)}
            WHERE ${start} + INTERVAL (${window.sizeMs}) MILLISECOND <=
              (SELECT max(watermark) FROM quality.batches WHERE pack = '${pack.pack}')
            GROUP BY ${start} ORDER BY ${start} DESC LIMIT ${windows}`;
  }
  return null;
}
