import { stat } from 'node:fs/promises';
import { failed } from '../contract/failure';
import { findFormerNames } from './former-names';
import { close, openForReading, type OpenHistory } from './history-file';
import type { HistorySource } from './history-source';
import { selectAsJson, selectRows } from './history-sql';
import { historyTables } from './history-tables';

/**
 * The history of a data folder on which no instance lives. The file is held open only while it is
 * read; without one every table is empty. Fails with `HISTORY_UNREADABLE`.
 */
export function historyReader(file: string): HistorySource {
  const withFile = async <T>(use: (opened: Omit<OpenHistory, 'notice'> | null) => Promise<T>) => {
    try {
      const opened = await openForReading(file);
      try {
        return await use(opened);
      } finally {
        if (opened !== null) close(opened);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      throw failed('HISTORY_UNREADABLE', { file, reason });
    }
  };
  return {
    readJson: (name) =>
      withFile(async (opened) => {
        if (opened === null) return '[]';
        const { connection } = opened;
        const former = await findFormerNames(connection, name);
        if (former === null) return '[]';
        const select = selectAsJson(name, historyTables[name], former);
        const reader = await connection.runAndReadAll(select);
        return String(reader.getRowsJson()[0]![0]);
      }),
    copy: async (name, known, take) => {
      const found = await stat(file).catch(() => null);
      const state = found === null ? 'no file' : `file ${found.mtimeMs} ${found.size}`;
      if (known?.state === state) return take({ kind: 'unchanged' });
      return withFile(async (opened) => {
        if (opened === null) return take({ kind: 'all', state, chunks: [] });
        const { connection } = opened;
        const former = await findFormerNames(connection, name);
        if (former === null) return take({ kind: 'all', state, chunks: [] });
        const rows = await connection.run(selectRows(name, historyTables[name], former, 0));
        return take({ kind: 'all', state, chunks: await rows.fetchAllChunks() });
      });
    },
  };
}
