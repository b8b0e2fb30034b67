import { sayEvent } from '../contract/event-sentences';
import type { ResetDone, ResetFrom, ResetLevel } from '../contract/reset';
import type { EventLog } from '../event-log';
import type { Pipeline } from '../pipeline/pipeline';
import type { DataPaths } from '../settings/paths';
import type { TableSummaries } from '../reading/table-summaries';
import { runReset } from './run-reset';

/** What of a living instance a reset concerns. */
export interface ResetSurroundings {
  readonly paths: DataPaths;
  readonly pipeline: Pipeline;
  readonly log: EventLog;
  readonly tables: TableSummaries;
}

/**
 * A reset inside a living instance whose pipeline is stopped; a start that comes meanwhile waits.
 * Fails like `runReset` and `Pipeline.whileStopped`.
 */
export async function resetStopped(
  { paths, pipeline, log, tables }: ResetSurroundings,
  request: { level: ResetLevel; from: ResetFrom; confirmation: string | null },
): Promise<ResetDone> {
  return pipeline.whileStopped(`The reset "${request.level}"`, async () => {
    try {
      const done = await runReset(paths, request);
      const what = done.deleted.map((one) => one.what).join(', ') || 'nothing, nothing was there';
      log.warning('pipeline', sayEvent('reset', { level: done.level, what }));
      return done;
    } finally {
      tables.forget();
    }
  });
}
