import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import type { TableName } from '../contract/delta';
import type { Lake } from './lake';
import type { TableSnapshot } from './snapshot';

/**
 * Tells of every table whose version changed, the newest version only, also of tables that appear
 * later. The file system's own notices make it quick; a look every `pollIntervalMs` makes it sure
 * (notices can be lost, and some file systems send none). A table that cannot be read is passed
 * over: whoever reads it gets the failure. `close` ends everything; nothing is told after it.
 */
export class TableWatcher {
  private readonly versions = new Map<TableName, number>();
  private readonly watchers = new Map<TableName, FSWatcher>();
  private readonly timer: NodeJS.Timeout;
  private isClosed = false;
  private readonly waiting = new Set<TableName>();
  private isLooking = false;

  constructor(
    private readonly lake: Lake,
    private readonly onChange: (snapshot: TableSnapshot) => void,
    { pollIntervalMs = 1_000 } = {},
  ) {
    this.timer = setInterval(() => void this.look(), pollIntervalMs);
    this.timer.unref();
    void this.look();
  }

  close(): void {
    this.isClosed = true;
    clearInterval(this.timer);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  /** Looks at every table, or at the one whose log told of a change and at those that are new. */
  private async look(noticed: TableName | null = null): Promise<void> {
    for (const table of await this.lake.listTables()) {
      if (this.isClosed) return;
      const isKnown = this.watchers.has(table);
      this.watchLog(table);
      if (noticed === null || table === noticed || !isKnown) this.waiting.add(table);
    }
    await this.lookAtWaiting();
  }

  /** One table at a time; a change while it is looked at lets it wait once more. */
  private async lookAtWaiting(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      for (const table of this.waiting) {
        this.waiting.delete(table);
        await this.lookAt(table);
      }
    } finally {
      this.isLooking = false;
    }
  }

  private async lookAt(table: TableName): Promise<void> {
    const snapshot = await this.lake.snapshot(table).catch(() => null);
    if (this.isClosed || snapshot === null || this.versions.get(table) === snapshot.version) return;
    this.versions.set(table, snapshot.version);
    this.onChange(snapshot);
  }

  private watchLog(table: TableName): void {
    if (this.watchers.has(table)) return;
    const forget = () => {
      this.watchers.get(table)?.close();
      this.watchers.delete(table);
    };
    try {
      const logFolder = join(this.lake.folderOf(table), '_delta_log');
      const watcher = watch(logFolder, { persistent: false }, () => void this.look(table));
      watcher.on('error', forget);
      this.watchers.set(table, watcher);
    } catch {
      // No watch to be had (too many, or the folder is gone): the regular look finds the change.
    }
  }
}
