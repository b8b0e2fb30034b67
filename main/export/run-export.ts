import { mkdir, rmdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ExportDone, ExportedFile, ExportRequest } from '../contract/export';
import { sayExport } from '../contract/export-sentences';
import { FailureError, type FailureCode } from '../contract/failure';
import type { Said } from '../contract/said';
import { exportDataset, type DatasetExport } from './export-dataset';
import type { ExportTables } from './export-session';
import { fileNameOf } from './file-names';
import { newColumnsNotice, sizeNotice, synchronisedNotice } from './notices';
import { PartialFolder } from './partial-folder';
import type { PlannedDataset } from './plan-datasets';
import { publishPackFiles, type PackEntry } from './publish-pack';
import { toPathFailure } from './target-folder';
import type { FileKind, ShareProgress, Written } from './write-file';

/** What an export is made from. */
export interface ExportPlace {
  readonly tables: ExportTables;
  readonly pack: string;
  readonly appVersion: string;
  /** Bytes that can still be written to a folder's disk; null where the system does not tell. */
  readonly readFreeBytes: (folder: string) => Promise<number | null>;
}

export interface ExportControl {
  readonly signal?: AbortSignal | undefined;
  /** 0 to 100, several times a second, with what is written of all files. */
  readonly onProgress?: ((percent: number, written: Written) => void) | undefined;
  /** A folder of the app's own that was made for this export; the request's is not looked at. */
  readonly ownFolder?: string | undefined;
  /** Where a person will have what lies in `ownFolder`: what the queries of a pack name. */
  readonly statedFolder?: string | undefined;
}

/** Failures of one preset that do not end a whole pack. */
const endsPresetOnly: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'EXPORT_CONTRACT_BROKEN',
  'EXPORT_CHECK_FAILED',
  'TABLE_UNKNOWN',
  'TABLE_UNREADABLE',
]);

/** What came of an export so far. */
interface Outcome {
  readonly files: ExportedFile[];
  readonly entries: PackEntry[];
  readonly notices: Said[];
  readonly skipped: FailureError[];
}

/**
 * Writes the planned files below `target` one after another; each takes its place once it is checked.
 * In a Power BI pack a preset that cannot be written is left out with a notice.
 */
export async function runExport(
  place: ExportPlace,
  request: ExportRequest,
  planned: readonly PlannedDataset[],
  target: string,
  { signal, onProgress = () => undefined, statedFolder }: ExportControl,
): Promise<ExportDone> {
  const startedAtMs = performance.now();
  const { pack, appVersion } = place;
  const isPack = request.subject.kind === 'powerBi';
  const version = Math.max(1, ...planned.map((one) => one.version ?? 1));
  const folder = isPack ? join(target, `${pack}_v${version}`) : target;
  const kinds: FileKind[] = request.formats === 'both' ? ['csv', 'parquet'] : [request.formats];
  const outcome: Outcome = { files: [], entries: [], notices: [], skipped: [] };
  const { files, entries, notices, skipped } = outcome;
  notices.push(...synchronisedNotice(folder));
  const pathOf = ({ name, version: ofPreset }: PlannedDataset, kind: FileKind) => {
    if (isPack) return `${kind}/${name}.${kind}`;
    if (request.fileName !== null) return request.fileName;
    const parts = { pack, name, version: ofPreset, form: request, withTime: request.timeInName };
    return fileNameOf({ ...parts, nowMs: Date.now() }, kind);
  };
  let partial: PartialFolder | null = null;
  try {
    partial = await PartialFolder.open(join(folder, isPack ? '.partial' : '.deltadesk-partial'));
    for (const kind of isPack ? kinds : []) await mkdir(join(folder, kind), { recursive: true });
    for (const [position, one] of planned.entries()) {
      const before = sumOf(files);
      const share: ShareProgress = (done, { rows, bytes }) =>
        onProgress((100 * (position + done)) / planned.length, {
          rows: before.rows + rows,
          bytes: before.bytes + bytes,
        });
      const work = { form: request, kinds, partial, signal, onProgress: share };
      const places = { folder, pathOf: (kind: FileKind) => pathOf(one, kind) };
      await exportOne(place, one, work, places, outcome).catch((error: unknown) => {
        const code = error instanceof FailureError ? error.failure.code : null;
        if (!isPack || code === null || !endsPresetOnly.has(code)) throw error;
        skipped.push(error as FailureError);
        const { failure } = error as FailureError;
        notices.push(sayExport('leftOut', { name: one.name }, failure));
      });
    }
    if (skipped.length > 0 && entries.length === 0) throw skipped[0];
    if (isPack) {
      const stated = statedFolder === undefined ? folder : join(statedFolder, basename(folder));
      // A pack that is carried as one file: its queries hold a path that is not there yet.
      if (stated !== folder) notices.push(sayExport('unpack', { folder: stated }));
      const written = { folder, stated, pack, version, appVersion, request, entries, files };
      await publishPackFiles(partial, written);
    }
    onProgress(100, sumOf(files));
    return { folder, files, notices, elapsedMs: performance.now() - startedAtMs };
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined
      ? error
      : toPathFailure(error, folder, { wasThere: true });
  } finally {
    await partial?.close();
    // Of a pack of which nothing could be written, nothing stays: only empty folders go.
    const made = isPack ? [join(folder, 'csv'), join(folder, 'parquet'), folder] : [];
    for (const empty of made) await rmdir(empty).catch(() => undefined);
  }
}

/** Rows and bytes of finished files. */
function sumOf(files: readonly Written[]): Written {
  return files.reduce(
    (sum, { rows, bytes }) => ({ rows: sum.rows + rows, bytes: sum.bytes + bytes }),
    { rows: 0, bytes: 0 },
  );
}

/** One dataset, its parts in their places. */
async function exportOne(
  { tables, readFreeBytes }: ExportPlace,
  planned: PlannedDataset,
  work: Pick<DatasetExport, 'form' | 'kinds' | 'partial' | 'signal' | 'onProgress'>,
  { folder, pathOf }: { folder: string; pathOf: (kind: FileKind) => string },
  { files, entries, notices }: Outcome,
): Promise<void> {
  const exported = await exportDataset(tables, { ...planned, ...work, readFreeBytes });
  for (const [kind, { part, file }] of exported.parts) {
    const path = pathOf(kind);
    const kept = await work.partial.publish(part, join(folder, path), folder);
    if (kept !== null) notices.push(sayExport('heldOpen', { path, kept }));
    const { preset, ...written } = file;
    files.push({ preset, path, ...written });
    notices.push(...sizeNotice(path, file));
  }
  entries.push({ name: planned.name, columns: exported.dataset.columns });
  notices.push(...newColumnsNotice(planned, exported.snapshots));
}
