import type { ExportDone, ExportRequest } from './contract/export';
import { toFailure } from './contract/failure';
import type { History } from './history/history';

type Asked = Pick<ExportRequest, 'subject' | 'folder'>;

/** Runs an export and keeps its beginning and end in `ops.exports`; fails like the export. */
export async function noteExport(
  history: Pick<History, 'add'>,
  { subject, folder }: Asked,
  run: () => Promise<ExportDone>,
): Promise<ExportDone> {
  const startedAtMs = Date.now();
  const preset = subject.kind === 'preset' ? subject.preset : subject.kind;
  const begun = {
    export_id: `${preset}-${startedAtMs}`,
    preset,
    folder,
    status: 'running',
    started_at: startedAtMs,
    ended_at: null,
    row_count: null,
    size_bytes: null,
    details: null,
  };
  history.add('exports', begun);
  try {
    const done = await run();
    history.add('exports', {
      ...begun,
      folder: done.folder,
      status: 'done',
      ended_at: Date.now(),
      row_count: done.files.reduce((sum, { rows }) => sum + rows, 0),
      size_bytes: done.files.reduce((sum, { bytes }) => sum + bytes, 0),
      details: done.files.map(({ path }) => path).join('\n'),
    });
    return done;
  } catch (error) {
    const { code } = toFailure(error);
    const status = code === 'EXPORT_CANCELLED' ? 'cancelled' : 'failed';
    history.add('exports', { ...begun, status, ended_at: Date.now(), details: code });
    throw error;
  }
}
