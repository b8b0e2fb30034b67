import type { BatchLine, BatchRows, ProgressLine, StreamingStatus } from '../contract/streaming';
import { failed } from '../contract/failure';
import { LatencyHops } from './latency-hops';
import { LatencyWindow } from './latency-window';

type FailedLine = Extract<ProgressLine, { kind: 'failed' }>;

const noRows: BatchRows = {
  input: 0,
  bronze: 0,
  silver: 0,
  duplicates: 0,
  late: 0,
  rejected: { parse: 0, schema: 0, rule: 0 },
};

const nothingReported: Omit<StreamingStatus, 'latencyMs' | 'failure'> = {
  queryId: null,
  runId: null,
  lastReportAtMs: null,
  lastBatchId: null,
  endOffsets: null,
  ownOffsets: null,
  rows: noRows,
  inputRowsPerSecond: null,
  processedRowsPerSecond: null,
  batchDurationMs: null,
  batchPartsMs: null,
};

function addRows(a: BatchRows, b: BatchRows): BatchRows {
  return {
    input: a.input + b.input,
    bronze: a.bronze + b.bronze,
    silver: a.silver + b.silver,
    duplicates: a.duplicates + b.duplicates,
    late: a.late + b.late,
    rejected: {
      parse: a.rejected.parse + b.rejected.parse,
      schema: a.rejected.schema + b.rejected.schema,
      rule: a.rejected.rule + b.rejected.rule,
    },
  };
}

const hasAny = (offsets: Readonly<Record<string, number>>) => Object.keys(offsets).length > 0;

/** Folds the job's progress lines into what is known of the streaming query. */
export class StreamingState {
  private known = nothingReported;
  private latency = new LatencyWindow();
  /** Where the records of the last minute spent their time. */
  readonly hops = new LatencyHops();
  private failedLine: FailedLine | null = null;
  private firstSilverAtMs: number | null = null;

  /** Told every batch line as it comes; null = nobody listens. */
  onBatch: ((line: BatchLine) => void) | null = null;

  /** Told once a process when the query has its first offsets from the broker. */
  onConnected: (() => void) | null = null;

  /** What the job said when the query failed; null while it runs. */
  get failure(): FailedLine | null {
    return this.failedLine;
  }

  /** Throws what the query failed of when it is left so: the job goes on with its other packs. */
  throwIfFailed(): void {
    const line = this.failedLine;
    if (line?.next === 'nothing') throw failed(line.code, { message: line.message });
  }

  /** When the first Silver row since `reset` was in the aggregates, epoch ms; null = not yet. */
  get firstSilverRowAtMs(): number | null {
    return this.firstSilverAtMs;
  }

  /** A new job process: nothing it has not said is known; its rows are counted anew. */
  reset(): void {
    this.known = nothingReported;
    this.latency.clear();
    this.hops.clear();
    this.failedLine = null;
    this.firstSilverAtMs = null;
  }

  read(nowMs: number): StreamingStatus {
    const { failedLine: line } = this;
    const failure = line && {
      ...{ code: line.code, message: line.message, next: line.next },
      retryAtMs: line.retryInMs === null ? null : line.atMs + line.retryInMs,
    };
    return { ...this.known, latencyMs: this.latency.read(nowMs), failure };
  }

  /** True once the query has said that it is idle or progressing: its offsets are resolved. */
  get isReady(): boolean {
    return this.known.endOffsets !== null;
  }

  apply(line: ProgressLine): void {
    this.known = { ...this.known, lastReportAtMs: line.atMs };
    if ('endOffsets' in line) {
      this.failedLine = null;
      if (!this.isReady) this.onConnected?.();
    }
    switch (line.kind) {
      case 'started':
        this.known = { ...this.known, queryId: line.queryId, runId: line.runId };
        return;
      case 'idle':
        this.known = {
          ...this.known,
          endOffsets: line.endOffsets,
          // Before its first batch the query has no offsets to compare.
          ownOffsets: hasAny(line.endOffsets)
            ? { atMs: line.atMs, endOffsets: line.endOffsets, latestOffsets: line.endOffsets }
            : null,
        };
        return;
      case 'batch':
        if (line.rows.silver > 0) this.firstSilverAtMs ??= line.atMs;
        this.onBatch?.(line);
        this.hops.add(line);
        this.latency.add(line.atMs, line.rows.input, line.replayed ? [] : line.latencyMs);
        this.known = {
          ...this.known,
          lastBatchId: line.batchId,
          endOffsets: line.endOffsets,
          rows: addRows(this.known.rows, line.rows),
        };
        return;
      case 'progress':
        this.known = {
          ...this.known,
          inputRowsPerSecond: line.inputRowsPerSecond,
          processedRowsPerSecond: line.processedRowsPerSecond,
          batchDurationMs: line.durationMs['triggerExecution'] ?? null,
          batchPartsMs: line.durationMs,
          ownOffsets: line.latestOffsets && {
            atMs: line.atMs,
            endOffsets: line.endOffsets,
            latestOffsets: line.latestOffsets,
          },
        };
        return;
      case 'failed':
        this.failedLine = line;
        return;
      case 'preparing':
      case 'schemaChange':
      case 'stopped':
        return;
    }
  }
}
