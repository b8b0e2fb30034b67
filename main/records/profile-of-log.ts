import type { Cell } from '../contract/query';
import { readStatistics } from '../delta/file-statistics';
import type { LiveFile, TableSnapshot } from '../delta/snapshot';

/** What the log tells exactly of a column, without opening a file; null where it does not. */
export interface LogFigures {
  readonly nulls: number | null;
  readonly least: Cell;
  readonly most: Cell;
}

/** Types whose least and most a log writes whole: text is cut there, and times to milliseconds. */
const wholeTypes = /^(byte|short|integer|long|date|boolean|decimal\(\d+,\d+\))$/;

/** Sums and bounds over the statistics of all live files, and their partition values. */
export function figuresOfLog(snapshot: TableSnapshot, name: string): LogFigures {
  const type = String(snapshot.columns.find((column) => column.name === name)?.type);
  const isPartition = snapshot.partitionColumns.includes(name);
  const files = snapshot.files.map((file) =>
    isPartition ? figuresOfPartition(file, name) : figuresOfFile(file, name),
  );
  const nulls = files.reduce<number | null>(
    (sum, one) => (sum === null || one.nulls === null ? null : sum + one.nulls),
    0,
  );
  const bounded = files.filter(({ hasValues }) => hasValues);
  const isWhole = isPartition || wholeTypes.test(type);
  const known = bounded.every(({ least, most }) => least !== null && most !== null);
  if (!isWhole || !known || bounded.length === 0) return { nulls, least: null, most: null };
  const compare = isNumeric(type) ? byNumber : byText;
  const scale = Number(/,(\d+)\)$/.exec(type)?.[1] ?? 0);
  const inOrder = (values: Cell[]) => values.sort(compare);
  const shown = (value: Cell | undefined) =>
    typeof value === 'number' && type.startsWith('decimal')
      ? value.toFixed(scale)
      : (value ?? null);
  return {
    nulls,
    least: shown(inOrder(bounded.map(({ least }) => least))[0]),
    most: shown(inOrder(bounded.map(({ most }) => most)).at(-1)),
  };
}

interface FileFigures extends LogFigures {
  /** False when all its values are null, or it has no row. */
  readonly hasValues: boolean;
}

function figuresOfFile(file: LiveFile, name: string): FileFigures {
  const { rows, nulls, least, most } = readStatistics(file);
  const count = typeof nulls[name] === 'number' ? nulls[name] : null;
  const value = (of: unknown): Cell =>
    typeof of === 'string' || typeof of === 'boolean' || (typeof of === 'number' && isExact(of))
      ? of
      : null;
  // Bounds of a file whose nulls are not counted may be those of rows that were deleted.
  const isTight = count !== null;
  return {
    nulls: count,
    least: isTight ? value(least[name]) : null,
    most: isTight ? value(most[name]) : null,
    hasValues: rows === null || count === null || count < rows,
  };
}

/** Empty text stands for null (Delta protocol, "Partition Value Serialization"). */
function figuresOfPartition(file: LiveFile, name: string): FileFigures {
  const text = file.partitionValues[name] ?? null;
  if (text === null || text === '')
    return { nulls: file.rows, least: null, most: null, hasValues: false };
  return { nulls: 0, least: text, most: text, hasValues: file.rows !== 0 };
}

/** A double holds whole numbers and cents of this size without loss. */
const isExact = (value: number) => Math.abs(value) < 2 ** 50 / 1_000;

const isNumeric = (type: string) => /^(byte|short|integer|long|decimal)/.test(type);
const byNumber = (a: Cell, b: Cell) => Number(a) - Number(b);
const byText = (a: Cell, b: Cell) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
