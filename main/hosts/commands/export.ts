import { randomUUID } from 'node:crypto';
import {
  exportRequest,
  type ExportDone,
  type ExportPresets,
  type ExportRequest,
} from '../../contract/export';
import { failed } from '../../contract/failure';
import { formatDuration, formatInteger, formatSize, formatTable } from '../format';
import { toRequest } from '../tables-door';
import { connectIfRunning, unwrap } from '../with-control';
import { withTables, type Answer } from './read';

export interface ExportPlaceOptions {
  readonly dataFolder: string;
  readonly pack: string;
}

export interface ExportOptions extends ExportPlaceOptions {
  readonly request: Parameters<typeof toExportRequest>[0];
  readonly onProgress: (percent: number) => void;
}

/** A request from what was typed; fails with `REQUEST_INVALID`. */
function toExportRequest(typed: Omit<Partial<ExportRequest>, 'requestId'> & { folder: string }) {
  return toRequest(exportRequest, typed as ExportRequest);
}

/** The presets of the pack. */
export async function listExports({
  dataFolder,
  pack,
}: ExportPlaceOptions): Promise<Answer<ExportPresets>> {
  const { presets } = await withTables(dataFolder, pack, ({ exporter }) => exporter.listPresets());
  const rows = presets.map(({ preset, title, version, files }) => [
    preset,
    title,
    `v${version}`,
    String(files.length),
    String(files.reduce((sum, { columns }) => sum + columns.length, 0)),
    [...new Set(files.flatMap(({ filters }) => filters))].join(', '),
  ]);
  const header = ['export', 'title', 'contract', 'files', 'columns', 'filters'];
  return { json: { presets }, text: formatTable(header, rows) };
}

/**
 * Exports through the living instance, where it runs on this pack, else straight from the tables. The
 * first Ctrl-C cancels it: nothing of it stays.
 */
export async function runExport(options: ExportOptions): Promise<Answer<ExportDone>> {
  const request = toExportRequest(options.request);
  const ending = new AbortController();
  const end = () => ending.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  try {
    const done = await exportThrough(options, request, ending.signal);
    return { json: done, text: exportText(done) };
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}

async function exportThrough(
  { dataFolder, pack, onProgress }: ExportOptions,
  request: ExportRequest,
  signal: AbortSignal,
): Promise<ExportDone> {
  const client = await connectIfRunning(dataFolder);
  try {
    const running =
      client === null ? null : unwrap(await client.invoke('overview.read', {})).pipeline.pack;
    if (client === null || running !== pack) {
      return await withTables(dataFolder, pack, ({ exporter }) =>
        exporter.run(request, { signal, onProgress }),
      );
    }
    const requestId = randomUUID();
    client.on('request.progressed', (progress) => {
      if (progress.requestId === requestId) onProgress(progress.percent);
    });
    const cancel = () => void client.invoke('request.cancel', { requestId });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) throw failed('EXPORT_CANCELLED', { rows: 0 });
    return unwrap(await client.invoke('export.run', { ...request, requestId }));
  } finally {
    client?.close();
  }
}

function exportText({ folder, files, notices, elapsedMs }: ExportDone): string {
  const rows = files.map(({ path, rows, bytes, table, tableVersion, selfCheck }) => [
    path,
    formatInteger(rows),
    formatSize(bytes),
    table === null ? '—' : `${table} v${tableVersion}`,
    selfCheck.passed ? 'passed' : 'failed',
  ]);
  const list = formatTable(['file', 'rows', 'size', 'read from', 'self-check'], rows);
  const count = `${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}`;
  return [list, ...notices, `${count} · ${formatDuration(elapsedMs)}`].join('\n');
}
