import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ExportedFile } from '../contract/export';
import { failed } from '../contract/failure';
import type { Dataset } from './dataset';
import type { CsvForm } from './export-options';
import type { PinnedSource } from './export-session';
import { hashFile } from './hash-file';
import { flush, type PartialFolder } from './partial-folder';
import { checkCsv, checkParquet } from './self-check';
import type { SourceSurvey } from './source-survey';
import { writeCsv, writeParquet } from './write-dataset';

export type FileKind = 'csv' | 'parquet';

/** Rows (an estimate until the file is whole) and bytes of a file so far. */
export interface Written {
  readonly rows: number;
  readonly bytes: number;
}

/** Told a share of the work, 0 to 1, and what is written of the file at hand. */
export type ShareProgress = (share: number, written: Written) => void;

/** How far an export is, for the failure that ends it. */
export interface ExportState {
  rows: number;
  estimatedBytes: number;
  /** Bytes of the part that was written last. */
  writtenBytes: number;
}

export interface WriteFileOptions {
  readonly source: PinnedSource;
  readonly dataset: Dataset;
  readonly preset: string;
  readonly form: CsvForm;
  readonly survey: SourceSurvey;
  readonly kind: FileKind;
  readonly partial: PartialFolder;
  readonly state: ExportState;
  /** Told how much of the file is done, 0 to 1, and what is written of it. */
  readonly onProgress: ShareProgress;
  readonly signal?: AbortSignal | undefined;
}

/** A part that is written, on the disk and checked: one rename away from its place. */
export interface FinishedPart {
  readonly part: string;
  readonly file: Omit<ExportedFile, 'path'>;
}

/** How often the size of a growing part is looked at. */
const progressIntervalMs = 250;
/** Writing takes about this share of the time; the rest is the check. */
const writingShare = 0.75;

/**
 * Writes one file into the partial folder, brings it to the disk and checks it (E-24, section 6). Fails
 * with `EXPORT_CHECK_FAILED` (the part is kept with the reason) or with what DuckDB says; then the
 * part is gone. `state` tells how far it came.
 */
export async function writeFile(options: WriteFileOptions): Promise<FinishedPart> {
  const { source, dataset, form, survey, kind, partial, state, onProgress } = options;
  const part = partial.newPart();
  // Of Parquet, which is packed, about a fifth is written.
  const wholeBytes = Math.max(1, kind === 'csv' ? state.estimatedBytes : state.estimatedBytes / 5);
  const readSize = () =>
    stat(part).then(
      ({ size }) => (state.writtenBytes = size),
      () => 0,
    );
  const written = (bytes: number, share: number) => ({
    rows: Math.floor(state.rows * share),
    bytes,
  });
  const watch = setInterval(() => {
    void readSize().then((bytes) => {
      const share = Math.min(1, bytes / wholeBytes);
      onProgress(share * writingShare, written(bytes, share));
    });
  }, progressIntervalMs);
  try {
    const write = kind === 'csv' ? writeCsv : writeParquet;
    await write(source.connection, dataset, form, survey, part);
    clearInterval(watch);
    onProgress(writingShare, written(await readSize(), 1));
    await flush(part);
    const check = kind === 'csv' ? checkCsv : checkParquet;
    const [reason, hashed] = await Promise.all([
      check(source.connection, dataset, form, survey, part).catch(toReason(options.signal)),
      hashFile(part, options.signal),
    ]);
    if (reason !== null) {
      const kept = await partial.keepFailed(part, reason);
      throw failed('EXPORT_CHECK_FAILED', { reason, kept: basename(kept) });
    }
    onProgress(1, written(hashed.bytes, 1));
    return { part, file: describe(options, hashed) };
  } catch (error) {
    clearInterval(watch);
    await readSize();
    await partial.remove(part);
    throw error;
  }
}

/** A file that the reader cannot read has failed its check; an ended request has not. */
function toReason(signal: AbortSignal | undefined) {
  return (error: unknown): string => {
    if (signal?.aborted) throw error;
    return `It cannot be read back: ${(error as Error).message.split('\n')[0]}`;
  };
}

/** The keys in the order that the manifest has. */
function describe(
  { source, dataset, preset, form, survey, kind }: WriteFileOptions,
  { sha256, bytes }: { sha256: string; bytes: number },
): Omit<ExportedFile, 'path'> {
  const [first] = source.snapshots;
  const { rows, sums, distinctIds } = survey.facts;
  return {
    preset,
    sha256,
    bytes,
    rows,
    table: first?.table ?? null,
    tableVersion: first?.version ?? null,
    filters: [...dataset.filters],
    dialect: kind === 'csv' ? form.dialect : null,
    neutralised: kind === 'csv' ? survey.neutralised : 0,
    unrepresentable: survey.unrepresentable,
    nulCharactersRemoved: survey.nulCharactersRemoved,
    surrogatesReplaced: 0,
    selfCheck: { passed: true, rows, sums: { ...sums }, distinctIds },
  };
}
