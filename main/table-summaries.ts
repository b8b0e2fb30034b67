import type { TableName, TableSummary } from './contract/delta';
import type { Lake } from './delta/lake';
import { toTableSummary } from './delta/snapshot';
import { TableWatcher } from './delta/table-watcher';

/** The newest summary of every table, kept up to date by watching their logs. */
export class TableSummaries {
  private readonly summaries = new Map<TableName, TableSummary>();
  private readonly watcher: TableWatcher;

  constructor(lake: Lake, onCommit: (summary: TableSummary) => void) {
    this.watcher = new TableWatcher(lake, (snapshot) => {
      const summary = toTableSummary(snapshot);
      this.summaries.set(summary.table, summary);
      onCommit(summary);
    });
  }

  read(): TableSummary[] {
    return [...this.summaries.values()].sort((a, b) => a.table.localeCompare(b.table));
  }

  close(): void {
    this.watcher.close();
  }
}
