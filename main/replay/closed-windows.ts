import type { StreamPack } from '../contract/stream-pack';
import { eventTimeMs } from './iso-time';
import type { ReplayedLine } from './replay-file';

/** Says whether an event's window is closed at `maxEventTimeMs`, the newest event time in Silver. */
export function closedWindowTest(
  pack: StreamPack,
  maxEventTimeMs: number,
): (line: ReplayedLine) => boolean {
  const windows = pack.aggregates.flatMap(({ window }) =>
    window?.watermarkDelayMs === undefined
      ? []
      : [{ sizeMs: window.sizeMs, watermarkMs: maxEventTimeMs - window.watermarkDelayMs }],
  );
  return (line) => {
    if (line.kind === 'bad' || typeof line.time !== 'string') return false;
    const atMs = eventTimeMs(line.time);
    return windows.some(
      ({ sizeMs, watermarkMs }) => (Math.floor(atMs / sizeMs) + 1) * sizeMs <= watermarkMs,
    );
  };
}
