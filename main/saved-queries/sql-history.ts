import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { toFailure } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { sqlHistory, type SqlHistoryEntry } from '../contract/saved-query';
import { replaceFile } from '../supervisor/exclusive-file';

const mostEntries = 200;
/** Longer SQL is kept by saving it; the file stays small enough to be written each time. */
const mostCharacters = 10_000;

/** The statements that a person ran, the newest 200, kept over restarts beside the saved queries. */
export class SqlHistory {
  private entries: Promise<SqlHistoryEntry[]> | null = null;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** Newest first; empty before the first, and when the file cannot be read. */
  async read(): Promise<SqlHistoryEntry[]> {
    await this.turn;
    return [...(await this.load())];
  }

  /** Runs a statement and notes how it ended. A note that cannot be written is left out. */
  async note(sql: string, run: () => Promise<QueryResult>): Promise<QueryResult> {
    const [ranAtMs, startedAtMs] = [Date.now(), performance.now()];
    const end = (rowCount: number | null, failureCode: string | null) =>
      this.add({
        sql: sql.slice(0, mostCharacters),
        ranAtMs,
        elapsedMs: performance.now() - startedAtMs,
        rowCount,
        failureCode,
      });
    try {
      const result = await run();
      end(result.rowCount, null);
      return result;
    } catch (error) {
      end(null, toFailure(error).code);
      throw error;
    }
  }

  clear(): Promise<void> {
    const mine = this.turn.then(async () => {
      this.entries = Promise.resolve([]);
      await rm(this.file, { force: true });
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private get file(): string {
    return join(this.folder, '.history.json');
  }

  private load(): Promise<SqlHistoryEntry[]> {
    this.entries ??= readFile(this.file, 'utf8')
      .then((text) => sqlHistory.parse(JSON.parse(text)).entries)
      .catch(() => []);
    return this.entries;
  }

  private add(entry: SqlHistoryEntry): void {
    this.turn = this.turn
      .then(async () => {
        // The same statement run again moves to the top.
        const others = (await this.load()).filter(({ sql }) => sql !== entry.sql);
        const entries = [entry, ...others].slice(0, mostEntries);
        this.entries = Promise.resolve(entries);
        await mkdir(this.folder, { recursive: true });
        await replaceFile(this.file, JSON.stringify({ entries }));
      })
      .catch(() => undefined);
  }
}
