import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { HistoryTableName } from './history-tables';

/** What a copy of a table was made of; `state` is what the source said then. */
export interface KnownCopy {
  readonly state: string;
  readonly rows: number;
}

/**
 * How a copy is brought up to date: `more` are the rows behind those that it has, `all` replace
 * them. `state` belongs to the copy that is made so.
 */
export type CopyStep =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'more' | 'all';
      readonly state: string;
      readonly chunks: readonly DuckDBDataChunk[];
    };

/** Where the rows of the history come from: the writer, or a file that nobody writes. */
export interface HistorySource {
  /** All rows of a table as a JSON array, oldest first. */
  readJson(name: HistoryTableName): Promise<string>;
  /**
   * Hands over what a copy lacks, in the order of the table's columns; `known` null: there is none
   * yet. The chunks are good until `take` has ended.
   */
  copy(
    name: HistoryTableName,
    known: KnownCopy | null,
    take: (step: CopyStep) => Promise<void>,
  ): Promise<void>;
}
