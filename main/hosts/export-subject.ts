import { basename, dirname } from 'node:path';
import type { exportFormats, ExportRequest } from '../contract/export';
import { failed } from '../contract/failure';
import type { RecordFilter } from '../contract/records';

/** What was typed of what is to be exported. */
export interface TypedSubject {
  readonly preset: string | undefined;
  readonly powerBi?: boolean;
  /** `<layer>.<table>` */
  readonly table?: string;
  readonly sql?: string;
  readonly filter: readonly RecordFilter[];
  readonly sort: readonly { readonly column: string; readonly descending: boolean }[];
  readonly columns?: readonly string[];
  readonly atVersion?: number;
}

/** One of: a preset, the Power BI pack, a table's rows, a SELECT. Fails with `REQUEST_INVALID`. */
export function toSubject(typed: TypedSubject): ExportRequest['subject'] {
  const { preset, powerBi = false, table, sql } = typed;
  const invalid = (reason: string) => failed('REQUEST_INVALID', { name: 'export', reason });
  const named = [preset, table, sql].filter((one) => one !== undefined).length;
  if (powerBi && named > 0) throw invalid('--power-bi writes all presets; name none beside it');
  if (named > 1) throw invalid('name one of a preset, --table or --sql');
  const chosen = typed.filter.length + typed.sort.length + (typed.columns?.length ?? 0);
  if (table === undefined && (chosen > 0 || typed.atVersion !== undefined))
    throw invalid('--filter, --sort, --columns and --at-version belong to --table');
  if (powerBi) return { kind: 'powerBi' };
  if (preset !== undefined) return { kind: 'preset', preset };
  if (sql !== undefined) return { kind: 'view', name: 'query', sql, sort: [] };
  if (table === undefined) {
    const all = 'name a preset (--list shows them), --table or --sql, or write all with --power-bi';
    throw invalid(all);
  }
  return {
    kind: 'table',
    table,
    atVersion: typed.atVersion ?? null,
    columns: typed.columns ? [...typed.columns] : null,
    filters: [...typed.filter],
    sort: [...typed.sort],
  };
}

/** A path that ends like a data file is a file, any other the folder of it. */
export function toTarget(
  to: string,
  format: (typeof exportFormats)[number] | undefined,
  isPack: boolean,
): Pick<ExportRequest, 'folder' | 'fileName' | 'formats'> {
  const ending = /\.(csv|parquet)$/i.exec(to)?.[1]?.toLowerCase() as 'csv' | 'parquet' | undefined;
  if (ending === undefined || isPack)
    return { folder: to, fileName: null, formats: format ?? (isPack ? 'both' : 'csv') };
  return { folder: dirname(to), fileName: basename(to), formats: format ?? ending };
}
