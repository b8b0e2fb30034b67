import type { DeltaType } from './delta-actions';
import { readStatistics } from './file-statistics';
import type { LiveFile, TableSnapshot } from './snapshot';
import { isBelow, toValueRange, type ValueRange } from './value-range';

type Value = string | number | boolean;

/**
 * A comparison of a column with a value in the column's type, or with any of several; a null never
 * compares. Times without a zone are UTC.
 */
export type Comparison =
  | { readonly column: string; readonly operator: '<=' | '>='; readonly value: Value }
  | { readonly column: string; readonly operator: 'in'; readonly values: readonly Value[] }
  | { readonly column: string; readonly operator: 'isNull' }
  | { readonly column: string; readonly operator: 'isNotNull' };

/**
 * The files of a snapshot that may hold a row for which all comparisons are true, by their partition
 * values and statistics alone; no file is opened. In doubt a file is kept: of a file that is left
 * out, no row could be in the answer.
 */
export function pruneFiles(
  snapshot: TableSnapshot,
  comparisons: readonly Comparison[],
): readonly LiveFile[] {
  if (comparisons.length === 0) return snapshot.files;
  return snapshot.files.filter((file) =>
    comparisons.every((comparison) => mayHold(snapshot, file, comparison)),
  );
}

function mayHold(snapshot: TableSnapshot, file: LiveFile, comparison: Comparison): boolean {
  const { column } = comparison;
  const type = snapshot.columns.find(({ name }) => name === column)?.type;
  if (type === undefined) return true;
  const isPartitioned = snapshot.partitionColumns.includes(column);
  const known = isPartitioned
    ? knownOfPartition(type, file.partitionValues[column])
    : knownOfFile(type, file, column);
  if (comparison.operator === 'isNull') return known.nulls !== 'none';
  if (known.nulls === 'all') return false;
  if (comparison.operator === 'isNotNull') return true;
  const isPossible = (value: Value, compare: typeof mayReach | typeof mayStayBelow) => {
    const range = toValueRange(type, value, 'exact');
    return range === null || compare(known, range);
  };
  switch (comparison.operator) {
    case '>=':
      return isPossible(comparison.value, mayReach);
    case '<=':
      return isPossible(comparison.value, mayStayBelow);
    case 'in':
      return comparison.values.some(
        (value) => isPossible(value, mayReach) && isPossible(value, mayStayBelow),
      );
  }
}

interface Known {
  readonly nulls: 'none' | 'some' | 'all';
  readonly least: ValueRange | null;
  readonly most: ValueRange | null;
  /** True where a value that is not a number may hide: statistics leave it out, and it is the most. */
  readonly mayExceed: boolean;
}

/** Empty text stands for null (Delta protocol, "Partition Value Serialization"). */
function knownOfPartition(type: DeltaType, text: string | null | undefined): Known {
  if (text === undefined) return { nulls: 'some', least: null, most: null, mayExceed: true };
  if (text === null || text === '')
    return { nulls: 'all', least: null, most: null, mayExceed: false };
  const range = toValueRange(type, text, 'exact');
  return { nulls: 'none', least: range, most: range, mayExceed: false };
}

function knownOfFile(type: DeltaType, file: LiveFile, column: string): Known {
  const { rows, least, most, nulls } = readStatistics(file);
  const count = nulls[column];
  const isAll = rows !== null && count === rows;
  return {
    nulls: isAll ? 'all' : count === 0 ? 'none' : 'some',
    least: toValueRange(type, least[column], 'statistics'),
    most: toValueRange(type, most[column], 'statistics'),
    mayExceed: type === 'float' || type === 'double',
  };
}

/** Whether a value may be at least as much; one that is not a number is more than all. */
function mayReach({ most, mayExceed }: Known, value: ValueRange): boolean {
  return mayExceed || most === null || !isBelow(most, value);
}

function mayStayBelow({ least }: Known, value: ValueRange): boolean {
  return least === null || !isBelow(value, least);
}
