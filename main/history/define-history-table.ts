/** How a column is kept: `time` is epoch milliseconds in a row and a timestamp to SQL. */
export type HistoryType = 'text' | 'whole' | 'number' | 'flag' | 'time';

export type Columns = Readonly<Record<string, HistoryType>>;

/** One table `ops.<name>` of the app's own history (floor.md 7.4). */
export interface HistoryTable {
  readonly columns: Columns;
  /** A row replaces the one with the same values here; empty: rows are only added. */
  readonly key: readonly string[];
  /** Its time of a row: the order in which rows are read and forgotten. */
  readonly time: string;
  readonly keepRows: number;
  /** Null keeps rows of any age. */
  readonly keepHours: number | null;
  /** Columns that had another name in files of earlier versions, by the name of now. */
  readonly formerNames: Readonly<Record<string, string>>;
}

/** A table by its columns, the one with its time, and what differs from what is usual. */
export const table = <const C extends Columns>(
  columns: C,
  time: keyof C & string,
  {
    key = [],
    keepRows,
    keepHours = null,
    formerNames = {},
  }: Partial<HistoryTable> & { readonly keepRows: number },
) => ({ columns, time, key, keepRows, keepHours, formerNames });
