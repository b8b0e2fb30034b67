import { sayEvent } from '../contract/event-sentences';
import { toFailure } from '../contract/failure';
import type { PartRestarted, PipelinePart } from '../contract/pipeline';
import type { EventLog } from '../event-log';
import type { Pipeline } from './pipeline';

/** Restarts a part and writes its beginning and its end into the event log. Throws like `restart`. */
export async function restartPart(
  pipeline: Pipeline,
  log: EventLog,
  part: PipelinePart,
): Promise<PartRestarted> {
  const beginMs = Date.now();
  log.info(part, sayEvent('restartAsked', {}));
  try {
    await pipeline.restart(part);
  } catch (error) {
    log.error(part, sayEvent('notRestarted', {}, toFailure(error)));
    throw error;
  }
  const tookMs = Date.now() - beginMs;
  log.info(part, sayEvent('restarted', { seconds: (tookMs / 1000).toFixed(1) }));
  return { part, tookMs };
}
