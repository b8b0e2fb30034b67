import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosRun } from './chaos-run';

/** Some reads a second; more would only keep the job from its work. */
const pauseMs = 200;

/**
 * Reads Silver over and over while the job is being killed. Every answer must come, hold no event
 * id twice, and be no smaller than the one before.
 */
export class SteadyReader {
  reads = 0;
  private rows = 0;
  private isStopped = false;
  private readonly done: Promise<void>;

  constructor(private readonly run: ChaosRun) {
    this.done = this.readOn();
    // Told by `stop`; without it the first failure would end the process.
    this.done.catch(() => undefined);
  }

  /** Fails with what a read found. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.done;
  }

  private async readOn(): Promise<void> {
    const { pack, reading } = this.run.shown;
    const table = `silver.${pack.silver.table}`;
    const sql = `SELECT count(*), count(DISTINCT ${pack.eventIdField}) FROM ${table}`;
    while (!this.isStopped) {
      if (reading.lake.has(table)) {
        const { rows } = await reading.runSql({ sql, rowLimit: 1, timeoutMs: 30_000 });
        const [count, distinct] = rows[0]!.map(Number);
        if (count !== distinct) throw new Error(`${count} rows in Silver, ${distinct} event ids`);
        if (count! < this.rows) throw new Error(`Silver had ${this.rows} rows, now ${count}`);
        this.rows = count!;
        this.reads += 1;
      }
      await delay(pauseMs);
    }
  }
}
