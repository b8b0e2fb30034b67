import type { DeltaColumn } from '../delta/delta-actions';
import type { TableSnapshot } from '../delta/snapshot';
import { describeType, fitsType } from './column-type';
import type { ExportColumn } from './column-type';
import type { PinnedSource } from './export-session';
import type { PresetFile } from './export-preset';
import { newColumnsOf } from './notices';
import { joinSelect, namesColumn, splitSelect, type SelectParts } from './select-list';

/** How a table has moved away from a contract over it (export.md section 7). */
export interface ContractDrift {
  /** Columns of the table that the contract does not know; it goes on without them. */
  readonly added: readonly DeltaColumn[];
  /** Columns of the contract whose source is gone: it can no longer be written. */
  readonly removed: readonly string[];
  /** Columns of the contract whose values have another type now; the same. */
  readonly retyped: readonly {
    readonly column: ExportColumn;
    readonly from: string;
    /** DuckDB's name of the type. */
    readonly to: string;
  }[];
  /** What can still be selected; null where the statement cannot be taken apart. */
  readonly parts: SelectParts | null;
  /** A column that is gone, and that the statement needs beside what it selects; null for none. */
  readonly missing: string | null;
}

/** The columns of a statement whose parameters are to be left open; fails like an export of it. */
export type DescribeSql = (sql: string) => Promise<PinnedSource['columns']>;

/** Compares a preset's file with its table's newest version. */
export async function readDrift(
  file: PresetFile,
  snapshot: TableSnapshot,
  describe: DescribeSql,
): Promise<ContractDrift> {
  const names = new Set(snapshot.columns.map(({ name }) => name));
  const gone = [...file.knownColumns].filter((name) => !names.has(name));
  const whole = splitSelect(file.query.sql);
  const isLost = (sql: string) => gone.find((name) => namesColumn(sql, name)) ?? null;
  const items = whole?.items.filter(({ expression }) => isLost(expression) === null) ?? [];
  const parts = whole && { ...whole, items };
  const missing = isLost(whole === null ? file.query.sql : whole.rest);
  const removed = file.columns.filter(({ source }) =>
    whole?.items.some(({ expression, name }) => name === source && isLost(expression) !== null),
  );
  const canAsk = missing === null && (whole === null || items.length > 0);
  const now = canAsk ? await describe(parts === null ? file.query.sql : joinSelect(parts)) : [];
  const retyped = file.columns.flatMap((column) => {
    const found = now.find(({ name }) => name === column.source);
    if (found === undefined || fitsType(column.type, found.type)) return [];
    return [{ column, from: describeType(column.type), to: found.type }];
  });
  const added = newColumnsOf(file, snapshot);
  return { added, removed: removed.map(({ name }) => name), retyped, parts, missing };
}
