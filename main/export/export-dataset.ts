import { isVanishedFile, toSentence, toSqlFailure } from '../analytics/sql-error';
import { failed, FailureError } from '../contract/failure';
import type { Dataset } from './dataset';
import type { CsvForm } from './export-options';
import { withPinnedSource } from './export-session';
import type { ExportTables, PinnedSource, PinnedSql, QueryShape } from './export-session';
import type { PartialFolder } from './partial-folder';
import { toPathFailure } from './target-folder';
import { estimateBytes, surveySource } from './source-survey';
import { writeFile, type ExportState } from './write-file';
import type { FileKind, FinishedPart, ShareProgress } from './write-file';

export interface DatasetExport extends PinnedSql {
  readonly preset: string;
  /** Contract version; null where none was promised. */
  readonly version: number | null;
  /** The dataset, once the query's columns are known; fails with `EXPORT_CONTRACT_BROKEN`. */
  readonly toDataset: (query: QueryShape) => Dataset;
  readonly form: CsvForm;
  readonly kinds: readonly FileKind[];
  readonly partial: PartialFolder;
  readonly readFreeBytes: (folder: string) => Promise<number | null>;
  readonly onProgress: ShareProgress;
  readonly signal?: AbortSignal | undefined;
}

/** A dataset's finished parts by kind of file, and what they were made from. */
export interface ExportedDataset {
  readonly dataset: Dataset;
  readonly parts: ReadonlyMap<FileKind, FinishedPart>;
  readonly snapshots: PinnedSource['snapshots'];
}

/** A need for space is told with room to spare (section 7). */
const spaceFactor = 1.2;
/** The survey's share of the time. */
const surveyShare = 0.1;

/**
 * Surveys, writes and checks one dataset, all at the same table versions. A data file that vanishes
 * meanwhile (compaction, vacuum) makes it begin once more, over a newer version.
 */
export async function exportDataset(
  tables: ExportTables,
  work: DatasetExport,
): Promise<ExportedDataset> {
  for (let attempt = 1; ; attempt++) {
    const state: ExportState = { rows: 0, estimatedBytes: 0, writtenBytes: 0 };
    try {
      return await exportOnce(tables, work, state);
    } catch (error) {
      if (isVanishedFile(error) && attempt === 1) continue;
      throw await toExportFailure(error, work, state);
    }
  }
}

async function exportOnce(
  tables: ExportTables,
  work: DatasetExport,
  state: ExportState,
): Promise<ExportedDataset> {
  const { form, kinds, partial, signal, preset } = work;
  return withPinnedSource(tables, work, partial.folder, signal, async (source) => {
    const dataset = work.toDataset(source);
    const survey = await surveySource(source.connection, dataset, form);
    state.rows = survey.facts.rows;
    state.estimatedBytes = await estimateBytes(source.connection, dataset, form, survey);
    const neededBytes = Math.ceil(state.estimatedBytes * spaceFactor * kinds.length);
    const freeBytes = await work.readFreeBytes(partial.folder);
    if (freeBytes !== null && freeBytes < neededBytes) {
      throw failed('EXPORT_NO_SPACE', { folder: partial.folder, neededBytes, freeBytes });
    }
    work.onProgress(surveyShare, { rows: 0, bytes: 0 });
    const parts = new Map<FileKind, FinishedPart>();
    try {
      for (const [position, kind] of kinds.entries()) {
        const onProgress: ShareProgress = (share, written) => {
          const part = ((1 - surveyShare) * (position + share)) / kinds.length;
          work.onProgress(surveyShare + part, written);
        };
        const rest = { source, dataset, preset, form, survey, partial, signal, state };
        parts.set(kind, await writeFile({ ...rest, kind, onProgress }));
      }
    } catch (error) {
      for (const { part } of parts.values()) await partial.remove(part);
      throw error;
    }
    return { dataset, parts, snapshots: source.snapshots };
  });
}

/** What DuckDB or the disk said, as a failure of section 7. */
async function toExportFailure(
  error: unknown,
  { partial: { folder }, readFreeBytes, signal, preset, version }: DatasetExport,
  { rows, estimatedBytes, writtenBytes }: ExportState,
): Promise<Error> {
  if (signal?.aborted) {
    const share = Math.min(1, writtenBytes / Math.max(1, estimatedBytes));
    return failed('EXPORT_CANCELLED', { rows: Math.floor(rows * share) });
  }
  if (error instanceof FailureError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/No space left on device|ENOSPC/i.test(message)) {
    const freeBytes = await readFreeBytes(folder);
    return failed('EXPORT_NO_SPACE', { folder, writtenBytes, freeBytes });
  }
  const missing = /column "([^"]+)" not found/i.exec(message)?.[1];
  if (missing !== undefined && version !== null) {
    const facts = { preset, column: missing, oldType: 'in the table', newType: 'missing' };
    return failed('EXPORT_CONTRACT_BROKEN', facts);
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code !== undefined) return toPathFailure(error, folder, { wasThere: true });
  // DuckDB names the file that it could not write.
  const reason = `${toSentence(message)}`.replace(/\.$/, '');
  if (message.includes(folder)) return failed('EXPORT_PATH_UNREACHABLE', { folder, reason });
  return toSqlFailure(error);
}
