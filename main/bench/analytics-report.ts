import type { Quantiles } from './bench-report';

/** Answers of one named query, computed anew each time; `filtered`: over a range of time. */
export interface QueryTimes extends Quantiles {
  readonly name: string;
  readonly filtered: boolean;
}

/** All named queries over one state of the tables. */
export interface QueriesReport {
  readonly silverRows: number;
  readonly silverFiles: number;
  /** How the files came about, in a sentence. */
  readonly madeBy: string;
  /** Slowest first. */
  readonly queries: readonly QueryTimes[];
}

/** Pages of 100 rows of one large table, anywhere in it. */
export interface PagesReport {
  readonly rows: number;
  readonly files: number;
  readonly madeBy: string;
  readonly natural: Quantiles;
  /** By a column of money: the first page, which computes the order, then others. */
  readonly sorted: { readonly firstMs: number; readonly others: Quantiles };
  readonly sumsMs: number;
}

/** Looks at a table of a long log: by a new reader, after one more commit, and after none. */
export interface LogReport {
  readonly versions: number;
  readonly files: number;
  readonly firstLoad: Quantiles;
  readonly afterCommit: Quantiles;
  readonly unchanged: Quantiles;
}

/** What `deltadesk bench --analytics` measures. Times in milliseconds. */
export interface AnalyticsReport {
  readonly pack: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly ownFiles: QueriesReport;
  readonly smallFiles: QueriesReport;
  readonly pages: PagesReport;
  readonly log: LogReport;
}
