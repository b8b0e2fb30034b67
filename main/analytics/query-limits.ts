import type { DuckDBConnection } from '@duckdb/node-api';
import { failed, type FailureError } from '../contract/failure';

export interface QueryLimits {
  /** More rows are cut off, and the result says so. */
  readonly rowLimit?: number;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** How often a query that must end is told again, should the first time fall between two calls. */
const repeatMs = 25;

/**
 * Runs `work` on a connection until it ends, `timeoutMs` have passed (`SQL_TIMEOUT`) or `signal`
 * is aborted (`REQUEST_CANCELLED`); `request` names the work in that failure.
 */
export async function withinLimits<T>(
  connection: DuckDBConnection,
  { timeoutMs = 30_000, signal }: QueryLimits,
  request: string,
  work: (checkLimits: () => void) => Promise<T>,
): Promise<T> {
  let ended: FailureError | null = null;
  let repeat: NodeJS.Timeout | null = null;
  const end = (failure: FailureError) => {
    if (ended !== null) return;
    ended = failure;
    connection.interrupt();
    repeat = setInterval(() => connection.interrupt(), repeatMs);
  };
  const cancel = () => end(failed('REQUEST_CANCELLED', { request }));
  const timer = setTimeout(() => end(failed('SQL_TIMEOUT', { timeoutMs })), timeoutMs);
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  const checkLimits = () => {
    if (ended !== null) throw ended;
  };
  try {
    checkLimits();
    const result = await work(checkLimits);
    checkLimits();
    return result;
  } catch (error) {
    throw ended ?? error;
  } finally {
    clearTimeout(timer);
    if (repeat !== null) clearInterval(repeat);
    signal?.removeEventListener('abort', cancel);
  }
}
