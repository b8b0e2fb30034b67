import type { MicroBatch } from '../../../../main/contract/micro-batches';

/** Rows per second on each part of the way; null = no micro-batch to tell it by. */
export interface LayerRates {
  readonly read: number | null;
  readonly bronze: number | null;
  readonly silver: number | null;
  readonly gold: number | null;
  readonly rejected: number | null;
}

const spanMs = 15_000;
/** A batch that follows is this late at most; then less is coming in. */
const patienceMs = 3_000;

const noRates: LayerRates = { read: null, bronze: null, silver: null, gold: null, rejected: null };

/**
 * The pace of the last seconds: rows of the batches after the first one of them, over the time since
 * it ended. Falls to 0 when batches stay away. Late rows do not reach every aggregate.
 */
export function layerRates(batches: readonly MicroBatch[], nowMs: number): LayerRates {
  const before = batches.filter(({ endedAtMs }) => endedAtMs < nowMs - spanMs).at(-1) ?? batches[0];
  const last = batches.at(-1);
  if (!before || !last) return noRates;
  const counted = batches.filter(({ endedAtMs }) => endedAtMs > before.endedAtMs);
  const untilMs = Math.max(last.endedAtMs, nowMs - patienceMs);
  const seconds = Math.max(1, (untilMs - Math.max(before.endedAtMs, nowMs - 2 * spanMs)) / 1000);
  const rate = (rows: (batch: MicroBatch) => number) =>
    counted.reduce((sum, batch) => sum + rows(batch), 0) / seconds;
  return {
    read: rate(({ rows }) => rows.input),
    bronze: rate(({ rows }) => rows.bronze),
    silver: rate(({ rows }) => rows.silver),
    gold: rate(({ rows }) => rows.silver - rows.late),
    rejected: rate(({ rows }) => rejectedOf(rows)),
  };
}

/** Records of a batch that were refused, at whatever stage. */
export const rejectedOf = ({ rejected }: MicroBatch['rows']): number =>
  rejected.parse + rejected.schema + rejected.rule;
