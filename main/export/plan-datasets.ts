import type { ExportFilters } from '../contract/export';
import { failed } from '../contract/failure';
import { fitsType, describeType } from './column-type';
import type { Dataset } from './dataset';
import type { ExportPreset, PresetFile } from './export-preset';
import { fillParameters } from './fill-parameters';
import type { PinnedSource, PinnedSql, QueryShape } from './export-session';

/** A file to be written: where its rows come from, and what is known of it before they are read. */
export interface PlannedDataset extends PinnedSql {
  readonly preset: string;
  readonly name: string;
  /** Null for a `current_view`. */
  readonly version: number | null;
  readonly toDataset: (query: QueryShape) => Dataset;
  /** For the notice about new columns; null for a `current_view`. */
  readonly presetFile: PresetFile | null;
}

/**
 * The datasets of a preset. Filters must fit a preset of one file; of several files they apply where
 * they fit, so that dimensions stay whole.
 */
export function planPreset(
  preset: ExportPreset,
  filters: ExportFilters,
  isRequired = true,
): PlannedDataset[] {
  const { name, version, files } = preset;
  return files.map((file) => {
    const filled = fillParameters(file, filters, isRequired && files.length === 1);
    const toDataset = ({ columns }: QueryShape): Dataset => {
      requireContract(file, columns);
      const { name: fileName, columns: frozen, sort, idColumn, limit } = file;
      const written = { columns: frozen, sort, keepsOrder: false, idColumn, limit };
      return { name: fileName, ...filled, ...written };
    };
    const { sql } = filled;
    const own = { preset: name, name: file.name, version, sql, toDataset, presetFile: file };
    return { ...own, atVersions: new Map() };
  });
}

/** Refuses a query that lacks a frozen column or has one of another type (section 7). */
function requireContract({ name, columns }: PresetFile, found: PinnedSource['columns']): void {
  for (const { source, type } of columns) {
    const now = found.find((one) => one.name === source);
    if (now !== undefined && fitsType(type, now.type)) continue;
    const newType = now?.type.toLowerCase() ?? 'missing';
    const facts = { preset: name, column: source, oldType: describeType(type), newType };
    throw failed('EXPORT_CONTRACT_BROKEN', facts);
  }
}
