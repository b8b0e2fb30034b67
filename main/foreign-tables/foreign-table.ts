import { toNumberText, type ComparableCell } from '../analytics/test-comparable-rows';
import type { TableName } from '../contract/delta';

/** What a foreign writer reads from a table that it wrote. */
export interface ForeignTable {
  readonly table: TableName;
  /** The feature for which our reader must refuse it; null when it must read every row. */
  readonly refusedFor: string | null;
  /** Newest first; `rows` is null where it was not read, or cannot be any more. */
  readonly versions: readonly {
    readonly version: number;
    readonly operation: string;
    readonly rows: ComparableCell[][] | null;
  }[];
}

/** What a writer said on its output; lines that are no objects are notices. */
export function parseForeignTables(output: string): ForeignTable[] {
  const toText = (_: string, value: unknown) =>
    typeof value === 'number' ? toNumberText(value) : value;
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => {
      const { table, refusedFor, versions } = JSON.parse(line, toText) as ForeignTable;
      return {
        ...{ table, refusedFor },
        // A version is the one number that is meant as one.
        versions: versions.map((one) => ({ ...one, version: Number(one.version) })),
      };
    });
}
