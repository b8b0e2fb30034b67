import type { TableName, TableSummary } from '../contract/delta';
import type { Lake } from '../delta/lake';
import { toTableSummary } from '../delta/snapshot';
import { TableWatcher } from '../delta/table-watcher';

/** The newest summary of every table, kept up to date by watching their logs. */
export class TableSummaries {
  private readonly summaries = new Map<TableName, TableSummary>();
  private watcher: TableWatcher;

  constructor(
    private readonly lake: Lake,
    private readonly onCommit: (summary: TableSummary) => void,
  ) {
    this.watcher = this.watch();
  }

  private watch(): TableWatcher {
    return new TableWatcher(this.lake, (snapshot) => {
      const summary = toTableSummary(snapshot);
      this.summaries.set(summary.table, summary);
      this.onCommit(summary);
    });
  }

  /** After tables were deleted: begins anew with what is there. */
  forget(): void {
    this.watcher.close();
    this.summaries.clear();
    this.watcher = this.watch();
  }

  read(): TableSummary[] {
    return [...this.summaries.values()].sort((a, b) => a.table.localeCompare(b.table));
  }

  close(): void {
    this.watcher.close();
  }
}
