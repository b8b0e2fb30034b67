import { close, openForReading } from './history-file';
import { selectAsJson } from './history-sql';
import type { HistorySource } from './history';
import { historyTables } from './history-tables';
import { failed } from '../contract/failure';

/**
 * The history of a data folder on which no instance lives. The file is held open only while it is
 * read; without one every table is empty. Fails with `HISTORY_UNREADABLE`.
 */
export function historyReader(file: string): HistorySource {
  return {
    readJson: async (name) => {
      try {
        const opened = await openForReading(file);
        if (opened === null) return '[]';
        try {
          const select = selectAsJson(name, historyTables[name]);
          const reader = await opened.connection.runAndReadAll(select);
          return String(reader.getRowsJson()[0]![0]);
        } finally {
          close(opened);
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
        throw failed('HISTORY_UNREADABLE', { file, reason });
      }
    },
  };
}
