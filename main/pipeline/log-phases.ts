import type { EventLog } from '../event-log';
import { sayEvent } from '../contract/event-sentences';
import type { PipelinePhase } from './pipeline';

/** Writes each new state and step into the event log, with what a step took. */
export function logPipelinePhases(log: EventLog): (phase: PipelinePhase) => void {
  let last: PipelinePhase | null = null;
  return (phase) => {
    const isNewState = last?.state !== phase.state;
    if (isNewState && phase.failure) {
      log.error('pipeline', sayEvent('startFailed', {}, phase.failure));
    } else if (isNewState && phase.step === null) {
      log.info('pipeline', sayEvent(phase.state, {}));
    }
    last = phase;
  };
}
