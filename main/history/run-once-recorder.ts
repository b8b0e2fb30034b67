import { toFailure, type Failure } from '../contract/failure';
import type { RunOnceDone, RunOnceStep } from '../contract/run-once';
import type { History } from './history';
import type { HistoryRow } from './history-tables';

/** Keeps a run once among the runs of `ops.runs`, with its steps in `ops.run_steps` (floor.md S2-7). */
export class RunOnceRecorder {
  private run: HistoryRow<'runs'>;
  /** Those that are over, in order. */
  readonly steps: RunOnceDone['steps'] = [];

  constructor(
    private readonly history: Pick<History, 'add'>,
    pack: string,
    beginMs: number,
  ) {
    this.run = {
      run_id: `${pack}-once-${beginMs}`,
      pack,
      status: 'running',
      started_at: beginMs,
      running_at: null,
      ended_at: null,
      failure: null,
    };
    history.add('runs', this.run);
  }

  /** Does a step; its value, as far as it has figures, stands as what it put out. */
  async step<T>(name: RunOnceStep, work: () => Promise<T>): Promise<T> {
    const atMs = Date.now();
    const row: HistoryRow<'run_steps'> = {
      run_id: this.run.run_id,
      number: this.steps.length + 1,
      operation: 'once',
      step: name,
      status: 'running',
      started_at: atMs,
      ended_at: null,
      outputs: null,
      log_excerpt: null,
    };
    this.history.add('run_steps', row);
    const end = (status: 'done' | 'failed', outputs: string | null) => {
      const ended_at = Date.now();
      this.history.add('run_steps', { ...row, status, ended_at, outputs });
      return ended_at - atMs;
    };
    try {
      const value = await work();
      const tookMs = end('done', isRecord(value) ? JSON.stringify(value) : null);
      this.steps.push({ name, atMs, tookMs });
      return value;
    } catch (error) {
      end('failed', null);
      throw error;
    }
  }

  /** The end of it all; `error` is what it failed with, absent when it is done. */
  end(error?: unknown): void {
    const failure: Failure | null = error === undefined ? null : toFailure(error);
    const status = failure === null ? 'done' : 'failed';
    this.run = { ...this.run, status, ended_at: Date.now(), failure: failure?.code ?? null };
    this.history.add('runs', this.run);
  }
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
