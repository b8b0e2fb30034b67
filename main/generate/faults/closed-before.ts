import type { StreamPack } from '../../contract/stream-pack';

/**
 * The time before which every event is late in all of the pack's windowed aggregates with a
 * watermark, epoch ms: the start of the oldest window that `maxEventTimeMs`, the newest event time in
 * Silver, leaves open. Null when the pack has no such aggregate: no event of it is ever late.
 */
export function closedBeforeMs(pack: StreamPack, maxEventTimeMs: number): number | null {
  const ends = pack.aggregates.flatMap(({ window }) =>
    window?.watermarkDelayMs === undefined
      ? []
      : [lastMultiple(maxEventTimeMs - window.watermarkDelayMs, window.sizeMs)],
  );
  return ends.length === 0 ? null : Math.min(...ends);
}

/** A window is closed when it ends at the watermark or before; windows stand on multiples of their size. */
function lastMultiple(timeMs: number, sizeMs: number): number {
  return Math.floor(timeMs / sizeMs) * sizeMs;
}
