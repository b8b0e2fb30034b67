import type { ExportDone, ExportRequest } from '../contract/export';
import { toFailure } from '../contract/failure';
import type { History } from '../history/history';

/** Stands for the folder of an export that a browser saves: its files are in none. */
export const downloadFolder = 'download';

/** What is kept of a request. */
type Asked = Pick<ExportRequest, 'subject' | 'folder'>;

/** Runs an export and keeps its beginning and end in `ops.exports`; fails like the export. */
export async function noteExport(
  history: Pick<History, 'add'>,
  asked: Asked,
  run: () => Promise<ExportDone>,
  /** Whose it is. */
  pack: string | null = null,
): Promise<ExportDone> {
  const startedAtMs = Date.now();
  const preset = nameOf(asked.subject);
  const begun = {
    export_id: `${preset}-${startedAtMs}`,
    preset,
    folder: asked.folder,
    status: 'running',
    started_at: startedAtMs,
    ended_at: null,
    row_count: null,
    size_bytes: null,
    details: null,
    pack,
    self_check: null,
    request: JSON.stringify(asked),
  };
  history.add('exports', begun);
  try {
    const done = await run();
    history.add('exports', {
      ...begun,
      folder: asked.folder === downloadFolder ? downloadFolder : done.folder,
      status: 'done',
      ended_at: Date.now(),
      row_count: done.files.reduce((sum, { rows }) => sum + rows, 0),
      size_bytes: done.files.reduce((sum, { bytes }) => sum + bytes, 0),
      details: done.files.map(({ path }) => path).join('\n'),
      // A file that did not pass is not among those that are done.
      self_check: done.files.length > 0 ? 'passed' : null,
    });
    return done;
  } catch (error) {
    const { code } = toFailure(error);
    const status = code === 'EXPORT_CANCELLED' ? 'cancelled' : 'failed';
    const self_check = code === 'EXPORT_CHECK_FAILED' ? 'failed' : null;
    const ended = { status, ended_at: Date.now(), details: code, self_check };
    history.add('exports', { ...begun, ...ended });
    throw error;
  }
}

/** The preset, `powerBi` for the pack of all, the table for a grid, `view` for a statement. */
function nameOf(subject: ExportRequest['subject']): string {
  if (subject.kind === 'preset') return subject.preset;
  return subject.kind === 'table' ? subject.table : subject.kind;
}
