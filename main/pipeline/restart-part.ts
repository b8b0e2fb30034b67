import { describeFailure } from '../contract/describe-failure';
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
  log.info(part, 'Restart asked for; the other parts go on.');
  try {
    await pipeline.restart(part);
  } catch (error) {
    const { title, message } = describeFailure(toFailure(error));
    log.error(part, `Not restarted: ${title}. ${message}`);
    throw error;
  }
  const tookMs = Date.now() - beginMs;
  log.info(part, `Restarted in ${(tookMs / 1000).toFixed(1)} s.`);
  return { part, tookMs };
}
