import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import {
  exportRequest,
  type ExportDone,
  type ExportPresets,
  type ExportRequest,
  type ExportVersionDone,
} from '../../contract/export';
import { copyRequest, type CopyText } from '../../contract/export-copy';
import { failed } from '../../contract/failure';
import type { Said } from '../../contract/said';
import { History } from '../../history/history';
import type { HistoryRow } from '../../history/history-tables';
import { noteExport } from '../../reading/note-export';
import { dataPaths } from '../../settings/paths';
import { formatDuration, formatInteger, formatSize, formatTable } from '../texts/format';
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

/** The first rows of an export as text, alone on stdout; that there are more is told on stderr. */
export async function copyExport(
  { dataFolder, pack }: ExportPlaceOptions,
  typed: z.input<typeof copyRequest>,
): Promise<Answer<CopyText>> {
  const request = toRequest(copyRequest, typed);
  const copied = await withTables(dataFolder, pack, ({ exporter }) => exporter.copy(request));
  if (copied.isTruncated) process.stderr.write(`Only the first ${copied.rows} rows.\n`);
  return { json: copied, text: copied.text };
}

/** Creates the next contract version of a preset. */
export async function createVersion({
  dataFolder,
  pack,
  preset,
}: ExportPlaceOptions & { preset: string }): Promise<Answer<ExportVersionDone>> {
  // A new file in the data folder: no instance needs to know of it.
  const done = await withTables(dataFolder, pack, ({ exporter }) => exporter.createVersion(preset));
  const changes = [
    ...(done.added.length > 0 ? [`adds ${done.added.join(', ')}`] : []),
    ...(done.removed.length > 0 ? [`leaves out ${done.removed.join(', ')}`] : []),
    ...done.retyped.map(({ column, from, to }) => `has ${column} as ${to}, before ${from}`),
  ].join('; it ');
  const next = `export ${preset} --contract ${done.version} --to <folder>`;
  const text = `${preset} v${done.version} ${changes}. Its definition: ${done.file}\nWrite it with: ${next}`;
  return { json: done, text };
}

/**
 * Exports through the living instance, which keeps it in the history, else straight from the tables.
 * The first Ctrl-C cancels it: nothing of it stays.
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
    if (client === null) {
      const { history } = dataPaths(dataFolder);
      return await withTables(dataFolder, pack, ({ exporter }) =>
        keptExport(history, request, () => exporter.run(request, { signal, onProgress })),
      );
    }
    const requestId = randomUUID();
    client.on('request.progressed', (progress) => {
      if (progress.requestId === requestId) onProgress(progress.percent);
    });
    const cancel = () => void client.invoke('request.cancel', { requestId });
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) throw failed('EXPORT_CANCELLED', { rows: 0 });
    return unwrap(await client.invoke('export.run', { ...request, pack, requestId }));
  } finally {
    client?.close();
  }
}

/**
 * Runs an export and keeps it in the history of a folder without an instance. What the history
 * cannot take does not fail the export.
 */
async function keptExport(
  historyFile: string,
  request: ExportRequest,
  run: () => Promise<ExportDone>,
): Promise<ExportDone> {
  // Written only behind it: the export itself may read the file.
  const rows: HistoryRow<'exports'>[] = [];
  const add = (_: string, row: object) => void rows.push(row as HistoryRow<'exports'>);
  try {
    return await noteExport({ add }, request, run);
  } finally {
    await keepRows(historyFile, rows);
  }
}

/** A folder that is not there has no history: nothing was exported from it. */
async function keepRows(historyFile: string, rows: HistoryRow<'exports'>[]): Promise<void> {
  if (!existsSync(dirname(historyFile))) return;
  const onNotice = ({ message }: Said) => void process.stderr.write(`${message}\n`);
  const history = await History.open(historyFile, { onNotice });
  for (const row of rows) history.add('exports', row);
  await history.close();
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
  const told = notices.map(({ message }) => message);
  return [list, ...told, `${count} · ${formatDuration(elapsedMs)}`].join('\n');
}
