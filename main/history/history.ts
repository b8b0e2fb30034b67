import {
  deleteByJson,
  deleteSurplus,
  insertFromJson,
  selectAsJson,
  selectRows,
} from './history-sql';
import { sayEvent } from '../contract/event-sentences';
import type { OpsTableFacts } from '../contract/ops-facts';
import type { Said } from '../contract/said';
import { close, openForWriting, type OpenHistory } from './history-file';
import type { HistorySource, KnownCopy, CopyStep } from './history-source';
import {
  historyTableNames,
  historyTables,
  type HistoryRow,
  type HistoryTableName,
} from './history-tables';
import { readOpsFacts } from './ops-facts';

export interface HistoryOptions {
  /** Told of what cannot be written, once until a write succeeds again. */
  readonly onNotice: (notice: Said) => void;
  readonly flushIntervalMs?: number;
}

const pruneIntervalMs = 600_000;
/** Beyond this, rows that cannot be written are forgotten, the oldest first. */
const mostPendingRows = 20_000;

/**
 * The app's own history in one DuckDB file, with one writer: rows are gathered and written together,
 * at most once a second, and never on the way of whoever adds them. A hard kill loses that second.
 */
export class History implements HistorySource {
  private pending: { readonly name: HistoryTableName; readonly row: object }[] = [];
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();
  private prunedAtMs = 0;
  /** How often a table was written; a copy of that state lacks nothing. */
  private readonly writes = new Map<HistoryTableName, number>();
  /** How often rows of a table were taken away: until then it only grew. */
  private readonly removals = new Map<HistoryTableName, number>();
  private isFailing = false;
  private isClosed = false;

  private constructor(
    private readonly opened: OpenHistory,
    private readonly options: HistoryOptions,
    private lastMetricId: number,
  ) {}

  /** Fails only when the folder cannot be written. What a killed run left open is closed. */
  static async open(file: string, options: HistoryOptions): Promise<History> {
    const opened = await openForWriting(file);
    if (opened.notice !== null) options.onNotice(opened.notice);
    await endWhatWasLeftOpen(opened);
    const newest = await opened.connection.runAndReadAll(
      'SELECT coalesce(max(id), 0)::DOUBLE FROM ops.quality_metrics',
    );
    return new History(opened, options, Number(newest.getRowsJson()[0]![0]));
  }

  /** Returns at once; the row is in the file within a second or so. */
  add<N extends HistoryTableName>(name: N, row: HistoryRow<N>): void {
    if (this.isClosed) return;
    this.pending.push({ name, row });
    if (this.pending.length > mostPendingRows) this.pending.shift();
    this.timer ??= setTimeout(
      () => void this.flush(),
      this.options.flushIntervalMs ?? 1_000,
    ).unref();
  }

  /** The id of the next row of `ops.quality_metrics`. */
  nextMetricId(): number {
    this.lastMetricId += 1;
    return this.lastMetricId;
  }

  /** Resolves when all that was added is written; a failure is told by `onNotice`. */
  flush(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.turn = this.turn.then(() => this.write());
    return this.turn;
  }

  async readJson(name: HistoryTableName): Promise<string> {
    await this.flush();
    const select = selectAsJson(name, historyTables[name]);
    const reader = await this.opened.connection.runAndReadAll(select);
    return String(reader.getRowsJson()[0]![0]);
  }

  async copy(
    name: HistoryTableName,
    known: KnownCopy | null,
    take: (step: CopyStep) => Promise<void>,
  ): Promise<void> {
    await this.flush();
    const removals = `${this.removals.get(name) ?? 0}`;
    const state = `${removals} ${this.writes.get(name) ?? 0}`;
    if (known?.state === state) return take({ kind: 'unchanged' });
    const isGrown = known?.state.split(' ')[0] === removals;
    // Of its own: a write that comes meanwhile must not end the reading.
    const connection = await this.opened.instance.connect();
    try {
      const select = selectRows(name, historyTables[name], new Map(), isGrown ? known.rows : 0);
      const chunks = await (await connection.run(select)).fetchAllChunks();
      await take({ kind: isGrown ? 'more' : 'all', state, chunks });
    } finally {
      connection.closeSync();
    }
  }

  /** What is known of every table, with the rows that were added until now. */
  async readFacts(): Promise<OpsTableFacts[]> {
    await this.flush();
    const connection = await this.opened.instance.connect();
    return readOpsFacts(connection).finally(() => connection.closeSync());
  }

  /** The rows of a table, oldest first. */
  async read<N extends HistoryTableName>(name: N): Promise<HistoryRow<N>[]> {
    return JSON.parse(await this.readJson(name)) as HistoryRow<N>[];
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    const written = this.flush();
    this.isClosed = true;
    await written;
    await this.opened.connection.run('CHECKPOINT').catch(() => undefined);
    close(this.opened);
  }

  private async write(): Promise<void> {
    const rows = this.pending;
    if (rows.length === 0) return;
    this.pending = [];
    const { connection } = this.opened;
    try {
      await connection.run('BEGIN TRANSACTION');
      for (const name of historyTableNames) {
        const mine = rows.filter((one) => one.name === name).map(({ row }) => row);
        if (mine.length > 0) await this.writeTable(name, mine);
      }
      await this.pruneSometimes(Date.now());
      await connection.run('COMMIT');
      this.isFailing = false;
    } catch (error) {
      await connection.run('ROLLBACK').catch(() => undefined);
      this.pending = [...rows, ...this.pending].slice(-mostPendingRows);
      if (this.isFailing) return;
      this.isFailing = true;
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      this.options.onNotice(sayEvent('historyNotWritten', { reason: reason ?? '' }));
    }
  }

  private async writeTable(name: HistoryTableName, rows: readonly object[]): Promise<void> {
    const { connection } = this.opened;
    const table = historyTables[name];
    const newest = [...new Map(rows.map((row, at) => [keyOf(row, table.key, at), row])).values()];
    const json = JSON.stringify(newest);
    const remove = deleteByJson(name, table);
    if (remove !== null) await this.remove(name, remove, json);
    await connection.run(insertFromJson(name, table), [json]);
    this.writes.set(name, (this.writes.get(name) ?? 0) + 1);
  }

  /** Runs a DELETE of a table, and notes it when it took rows away. */
  private async remove(name: HistoryTableName, sql: string, value: string | number) {
    const { rowsChanged } = await this.opened.connection.run(sql, [value]);
    if (rowsChanged > 0) this.removals.set(name, (this.removals.get(name) ?? 0) + 1);
  }

  private async pruneSometimes(nowMs: number): Promise<void> {
    if (nowMs - this.prunedAtMs < pruneIntervalMs) return;
    this.prunedAtMs = nowMs;
    for (const name of historyTableNames) {
      await this.remove(name, deleteSurplus(name, historyTables[name]), nowMs);
    }
  }
}

function keyOf(row: object, key: readonly string[], position: number): string {
  if (key.length === 0) return String(position);
  return JSON.stringify(key.map((column) => (row as Record<string, unknown>)[column]));
}

/** Nothing of an earlier run goes on: its runs were interrupted, its alerts are over. */
async function endWhatWasLeftOpen({ connection }: OpenHistory): Promise<void> {
  const interrupted = `status = 'interrupted', ended_at = now()`;
  await connection.run(`UPDATE ops.runs SET ${interrupted} WHERE ended_at IS NULL`);
  await connection.run(`UPDATE ops.run_steps SET ${interrupted} WHERE ended_at IS NULL`);
  await connection.run(`UPDATE ops.alerts SET cleared_at = now() WHERE cleared_at IS NULL`);
}
