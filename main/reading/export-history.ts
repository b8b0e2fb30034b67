import { exportRequest } from '../contract/export';
import { keptExport, type ExportHistory, type KeptExport } from '../contract/export-history';
import type { History } from '../history/history';
import { downloadFolder } from './note-export';
import type { HistoryRow } from '../history/history-tables';

/** The newest exports of a data folder, whatever door they came by. */
export async function readExportHistory(
  history: Pick<History, 'read'>,
  limit: number,
): Promise<ExportHistory> {
  const rows = await history.read('exports');
  return { exports: rows.slice(-limit).reverse().flatMap(toKept) };
}

/** None for a row that an earlier version wrote otherwise. */
function toKept(row: HistoryRow<'exports'>): KeptExport[] {
  const isDone = row.status === 'done';
  const parsed = keptExport.safeParse({
    exportId: row.export_id,
    preset: row.preset,
    pack: row.pack,
    folder: row.folder === downloadFolder ? null : row.folder,
    status: row.status,
    startedAtMs: row.started_at,
    endedAtMs: row.ended_at,
    rows: row.row_count,
    bytes: row.size_bytes,
    files: isDone && row.details ? row.details.split('\n') : [],
    failureCode: isDone ? null : row.details,
    // Before it was kept: what was done had passed.
    selfCheck: row.self_check ?? (isDone ? 'passed' : null),
    request: toRequest(row.request),
  });
  return parsed.success ? [parsed.data] : [];
}

function toRequest(text: string | null) {
  try {
    return exportRequest.safeParse(JSON.parse(text ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
