import type { EventLog } from '../event-log';
import { describeFailure } from '../contract/describe-failure';
import type { PipelinePhase } from './pipeline';

/** Writes each new state and step into the event log, with what a step took. */
export function logPipelinePhases(log: EventLog): (phase: PipelinePhase) => void {
  let last: PipelinePhase | null = null;
  return (phase) => {
    const isNewState = last?.state !== phase.state;
    if (isNewState && phase.failure) {
      const { title, message } = describeFailure(phase.failure);
      log.error('pipeline', `${title}. ${message}`);
    } else if (isNewState && phase.step === null) {
      log.info('pipeline', phase.state);
    }
    last = phase;
  };
}
