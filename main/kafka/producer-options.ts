import type { Failure } from '../contract/failure';

/** Where a producer sends to, how fast, and whom it tells. */
export interface ProducerOptions {
  readonly topic: string;
  readonly ratePerSecond: number;
  /** Most records of one send; a send that would be too many bytes is cut. Absent: 500. */
  readonly batchRecords?: number;
  /** Stops by itself after so many events; null = goes on. */
  readonly count: number | null;
  readonly recordFolder: string;
  /** The producer had to end, e.g. because its record cannot be written: nothing goes unnoted. */
  readonly onFailure: (failure: Failure) => void;
  /** From the making of each event of a send to its append by the broker, in milliseconds. */
  readonly onAppended?: (delaysMs: readonly number[]) => void;
  /** A line for the log: where it is connected, and each record that was sent while few are. */
  readonly onLine?: (line: string) => void;
}
