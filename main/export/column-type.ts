/**
 * What a column of an export holds. `isFromDouble` says that the table has a double, which is taken
 * by its shortest decimal text (E-11).
 */
export type ColumnType =
  | { readonly kind: 'text' | 'integer' | 'timestamp' | 'date' | 'boolean' }
  | {
      readonly kind: 'money' | 'sum' | 'ratio';
      readonly precision: number;
      readonly scale: number;
      readonly isFromDouble: boolean;
    };

/** A column of an export file; `source` is its name in the query. */
export interface ExportColumn {
  readonly name: string;
  readonly source: string;
  readonly type: ColumnType;
}

const money = { kind: 'money', precision: 12, scale: 2 } as const;
const ratio = { kind: 'ratio', precision: 9, scale: 6 } as const;

/** Types by the suffix of a preset's column list (export.md section 1); `d` behind: from a double. */
export const typesBySuffix: Readonly<Record<string, ColumnType>> = {
  '': { kind: 'text' },
  i: { kind: 'integer' },
  m: { ...money, isFromDouble: false },
  md: { ...money, isFromDouble: true },
  s: { kind: 'sum', precision: 22, scale: 2, isFromDouble: false },
  r: { ...ratio, isFromDouble: false },
  rd: { ...ratio, isFromDouble: true },
  t: { kind: 'timestamp' },
  d: { kind: 'date' },
  b: { kind: 'boolean' },
};

/** The type that a suffix stands for; null for none. */
export function typeOfSuffix(suffix: string): ColumnType | null {
  return typesBySuffix[suffix] ?? null;
}

const integers = /^(U?(TINY|SMALL|BIG)INT|U?INTEGER)$/;

/** Whether a query's column of a DuckDB type still fits the frozen type. */
export function fitsType(type: ColumnType, duckDbType: string): boolean {
  switch (type.kind) {
    case 'text':
      return duckDbType === 'VARCHAR';
    case 'integer':
      return integers.test(duckDbType) || duckDbType === 'HUGEINT';
    case 'timestamp':
      return duckDbType.startsWith('TIMESTAMP');
    case 'date':
      return duckDbType === 'DATE';
    case 'boolean':
      return duckDbType === 'BOOLEAN';
    default:
      return type.isFromDouble
        ? duckDbType === 'DOUBLE' || duckDbType === 'FLOAT'
        : duckDbType.startsWith('DECIMAL(');
  }
}

/** A type for a column that no preset froze; a double keeps six places. */
export function typeOfView(duckDbType: string): ColumnType {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(duckDbType);
  if (decimal) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
    return { kind: scale === 2 ? 'sum' : 'ratio', precision, scale, isFromDouble: false };
  }
  if (duckDbType === 'DOUBLE' || duckDbType === 'FLOAT') {
    return { kind: 'ratio', precision: 24, scale: 6, isFromDouble: true };
  }
  const known = (['integer', 'timestamp', 'date', 'boolean'] as const).find((kind) =>
    fitsType({ kind }, duckDbType),
  );
  return { kind: known ?? 'text' };
}

/** A type in words, for messages and `schema.json`. */
export function describeType(type: ColumnType): string {
  return 'precision' in type ? `decimal(${type.precision},${type.scale})` : type.kind;
}
