import type { ExportFilters, ExportRequest } from '../contract/export';
import { failed } from '../contract/failure';
import { fitsType, describeType, typeOfView, type ExportColumn } from './column-type';
import type { Dataset } from './dataset';
import type { ExportPreset, PresetFile } from './export-preset';
import { columnNameOf } from './file-names';
import { fillParameters } from './fill-parameters';
import type { PinnedSource } from './export-session';

/** A file to be written: where its rows come from, and what is known of it before they are read. */
export interface PlannedDataset {
  readonly preset: string;
  readonly name: string;
  /** Null for a `current_view`. */
  readonly version: number | null;
  readonly sql: string;
  readonly toDataset: (columns: PinnedSource['columns']) => Dataset;
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
    const toDataset = (columns: PinnedSource['columns']): Dataset => {
      requireContract(file, columns);
      const { name: fileName, columns: frozen, sort, idColumn, limit } = file;
      return { name: fileName, ...filled, columns: frozen, sort, idColumn, limit };
    };
    const { sql } = filled;
    return { preset: name, name: file.name, version, sql, toDataset, presetFile: file };
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

type View = Extract<ExportRequest['subject'], { kind: 'view' }>;

/** Columns that tell the order of Kafka's log; a view without a sort has it where it can. */
const logOrder = ['kafka_partition', 'kafka_offset'];

/** The dataset of any SELECT; its columns are those of the query, in their order. */
export function planView({ name, sql, sort }: View): PlannedDataset {
  const plain = sql.trim().replace(/;\s*$/, '');
  const toDataset = (found: PinnedSource['columns']): Dataset => {
    const taken = new Set<string>();
    const columns = found.map(({ name: source, type: duckDbType }): ExportColumn => {
      const type = typeOfView(duckDbType);
      return { name: columnNameOf(source, type.kind === 'timestamp', taken), source, type };
    });
    const named = (source: string) => columns.find((one) => one.source === source)?.name;
    const asked = sort.map(({ column, descending }) => {
      const known = named(column);
      if (known !== undefined) return { column: known, descending };
      const nearest = found.map((one) => one.name).join(', ');
      throw failed('COLUMN_UNKNOWN', { table: name, column, known: nearest });
    });
    const inLog = logOrder.map(named).filter((one) => one !== undefined);
    const own = inLog.length === logOrder.length ? inLog : [columns[0]!.name];
    const byDefault = own.map((column) => ({ column, descending: false }));
    return {
      name,
      sql: plain,
      columns,
      sort: asked.length > 0 ? asked : byDefault,
      idColumn: null,
      limit: null,
      filters: [],
    };
  };
  return { preset: 'current_view', name, version: null, sql: plain, toDataset, presetFile: null };
}
