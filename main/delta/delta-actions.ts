/** A Delta type as the log writes it: a primitive's name, or a nested type as an object. */
export type DeltaType =
  | string
  | { readonly type: 'struct'; readonly fields: readonly DeltaColumn[] }
  | { readonly type: 'array'; readonly elementType: DeltaType }
  | { readonly type: 'map'; readonly keyType: DeltaType; readonly valueType: DeltaType };

/** One column of a table's schema, in the log's own words (`long`, `decimal(12,2)`). */
export interface DeltaColumn {
  readonly name: string;
  readonly type: DeltaType;
  /** What the table says of it; absent for nothing. */
  readonly comment?: string;
}

/** A data file that a commit adds. `path` is as the log has it: URL-encoded, mostly relative. */
export interface AddFile {
  readonly path: string;
  /** Values as text by partition column; null stands for a null value. */
  readonly partitionValues: Readonly<Record<string, string | null>>;
  readonly sizeBytes: number;
  /** Null when the file carries no statistics. */
  readonly rows: number | null;
  /** The statistics as the log's JSON text; read by `readStatistics` when they are asked for. */
  readonly stats: string | null;
  /** False when the commit only rearranged rows that were there before (compaction). */
  readonly dataChange: boolean;
  readonly hasDeletionVector: boolean;
}

/** A data file that a commit takes away. */
export interface RemoveFile {
  readonly path: string;
  /** Rows of the file, where the writer repeats its statistics. */
  readonly rows: number | null;
  /** False when the rows are in another file of the same commit (compaction). */
  readonly dataChange: boolean;
}

export interface TableMetadata {
  readonly columns: readonly DeltaColumn[];
  readonly partitionColumns: readonly string[];
  /** File format of the data: `parquet`, or a table that is not read here. */
  readonly format: string;
  readonly configuration: Readonly<Record<string, string>>;
}

export interface TableProtocol {
  readonly minReaderVersion: number;
  readonly minWriterVersion: number;
  readonly readerFeatures: readonly string[];
}

/** What a writer says about its commit; null where it says nothing. */
export interface CommitNote {
  /** The in-commit timestamp where the table has it, else the writer's own time. */
  readonly timestampMs: number | null;
  readonly operation: string | null;
  /** Program and version that wrote it, `engineInfo`. */
  readonly writer: string | null;
  /** The writer's own counts under its own names; empty when it gives none. */
  readonly operationMetrics: Readonly<Record<string, string>>;
}

/** A writer's own progress mark: makes a repeated write recognisable. */
export interface TableTransaction {
  readonly appId: string;
  readonly version: number;
}

/** Everything that one commit, or one log checkpoint, says. */
export interface TableActions {
  readonly added: readonly AddFile[];
  readonly removed: readonly RemoveFile[];
  /** Null when unchanged by this commit. */
  readonly metadata: TableMetadata | null;
  readonly protocol: TableProtocol | null;
  readonly transactions: readonly TableTransaction[];
  /** Of a v2 log checkpoint: names of the files that hold the rest of it. */
  readonly sidecars: readonly string[];
  readonly note: CommitNote;
}
