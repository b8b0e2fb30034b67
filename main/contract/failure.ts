import { z } from 'zod';
import type { FactsOf } from './describe-failure';
import { sentence } from './sentence';

/**
 * Every expected failure of the product, domain first. What a person reads about each is in
 * `describe-failure.ts`, whose exhaustive switch keeps the two in step.
 */
export const failureCodes = [
  'JAVA_NOT_FOUND',
  'JAVA_VERSION_UNFIT',
  'JARS_MISSING',
  'DATA_FOLDER_NOT_A_FOLDER',
  'DATA_FOLDER_DENIED',
  'DATA_FOLDER_LOCKED',
  'DISK_TOO_FULL',
  'PORT_BUSY',
  'KAFKA_NOT_READY',
  'KAFKA_CLUSTER_FOREIGN',
  'KAFKA_STORAGE_UNREADABLE',
  'TOPIC_UNKNOWN',
  'PRODUCER_SEND_FAILED',
  'PRODUCER_RECORD_UNREADABLE',
  'SERVICE_COMMAND_FAILED',
  'SERVICE_NOT_READY',
  'SERVICE_EXITED',
  'SERVICE_KEEPS_FAILING',
  'STREAMING_QUERY_FAILED',
  'STREAMING_OFFSETS_LOST',
  'STREAMING_OUT_OF_MEMORY',
  'DEAD_LETTER_QUEUE_UNREACHABLE',
  'STREAMING_BEHIND',
  'PACK_INVALID',
  'PACK_UNKNOWN',
  'TABLE_UNKNOWN',
  'EVENT_UNKNOWN',
  'TABLE_VERSION_UNKNOWN',
  'TABLE_TIME_UNKNOWN',
  'TABLE_UNREADABLE',
  'TABLE_FEATURE_UNSUPPORTED',
  'COLUMN_UNKNOWN',
  'FILTER_INVALID',
  'QUERY_UNKNOWN',
  'SAVED_QUERY_UNKNOWN',
  'SAVED_QUERY_EXISTS',
  'SQL_INVALID',
  'SQL_NOT_READ_ONLY',
  'SQL_TIMEOUT',
  'LEDGER_BROKEN',
  'HISTORY_UNREADABLE',
  'REQUEST_UNKNOWN',
  'REQUEST_INVALID',
  'REQUEST_CANCELLED',
  'PIPELINE_NOT_RUNNING',
  'PIPELINE_BUSY',
  'PIPELINE_RUNNING',
  'UPKEEP_JOB_NOT_RUNNING',
  'UPKEEP_FAILED',
  'VACUUM_NOT_CONFIRMED',
  'RESET_NOT_CONFIRMED',
  'FOLDER_NOT_REMOVED',
  'MOVE_TARGET_UNFIT',
  'MOVE_NO_SPACE',
  'MOVE_NOT_VERIFIED',
  'MOVE_SOURCE_CHANGED',
  'REPLAY_FILE_UNREADABLE',
  'REPLAY_COLUMNS_MISSING',
  'REPLAY_WINDOWS_CLOSED',
  'CONTROL_NOT_RUNNING',
  'CONTROL_UNREACHABLE',
  'SETTING_INVALID',
  'SETTING_UNKNOWN',
  'SETTINGS_FILE_INVALID',
  'BENCH_FOLDER_NOT_EMPTY',
  'EXPORT_PRESET_UNKNOWN',
  'EXPORT_VERSION_IMPOSSIBLE',
  'EXPORT_CONTRACT_BROKEN',
  'EXPORT_CANCELLED',
  'EXPORT_CHECK_FAILED',
  'EXPORT_PATH_MISSING',
  'EXPORT_PATH_DENIED',
  'EXPORT_PATH_INVALID',
  'EXPORT_PATH_INSIDE_DATA',
  'EXPORT_PATH_UNREACHABLE',
  'EXPORT_NO_SPACE',
  'SAMPLE_MISSING',
  'SAMPLE_NOT_WHILE_RUNNING',
  'SAMPLE_READ_ONLY',
  'INTERNAL',
] as const;

export const failureCode = z.enum(failureCodes);
export type FailureCode = z.infer<typeof failureCode>;

/**
 * What went wrong, as facts. `facts` fill the sentences of `describeFailure`; null stands for a
 * fact that could not be had. `lastLogLines` are the newest lines of the service concerned, oldest
 * first, empty when no service is concerned.
 */
export const failure = z.object({
  code: failureCode,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  lastLogLines: z.array(z.string()),
  /** The fact of this name where the reason is a sentence of ours: for every language. */
  reason: sentence.optional(),
});
export type Failure = z.infer<typeof failure>;

/** What crosses a boundary: a value or a described failure, never a thrown error. */
export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

/** Carries a `Failure` through code that throws; turned into a `Result` at every boundary. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code} ${JSON.stringify(failure.facts)}`);
    this.name = 'FailureError';
  }
}

/**
 * Shorthand for throwing a described failure: `throw failed('PORT_BUSY', { port, program, pid })`.
 * Every fact that the text of the code names must be there; more of them may be.
 */
export function failed<C extends FailureCode>(
  code: C,
  ...[facts, lastLogLines = []]: keyof FactsOf<C> extends never
    ? [facts?: Failure['facts'], lastLogLines?: string[]]
    : [facts: FactsOf<C> & Failure['facts'], lastLogLines?: string[]]
): FailureError {
  return new FailureError({ code, facts: facts ?? {}, lastLogLines });
}

/** Any thrown value as a `Failure`; what is not a `FailureError` is a defect: code `INTERNAL`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof FailureError) return thrown.failure;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'INTERNAL', facts: { reason }, lastLogLines: [] };
}
