import type { EventLog } from '../event-log';
import type { JobAnswer } from '../contract/job-command';
import { sayEvent } from '../contract/event-sentences';
import type { BatchLine } from '../contract/streaming';
import { describeSchemaChange } from './describe-schema-change';
import { parseProgressLine } from './parse-progress-line';
import type { StreamingState } from './streaming-state';

/**
 * Listens to the job's stdout: keeps the state of each pack, by its name, tells of batches and
 * of answers to commands, logs what a person must know.
 */
export function followStreamingJob(
  states: ReadonlyMap<string, StreamingState>,
  log: EventLog,
  onBatch: (batch: BatchLine) => void,
  onAnswer: (answer: JobAnswer) => void,
): (line: string) => void {
  return (text) => {
    const line = parseProgressLine(text);
    if (!line) return;
    if (!('pack' in line)) return onAnswer(line);
    states.get(line.pack)?.apply(line);
    switch (line.kind) {
      case 'started':
        return log.info('query', sayEvent('queryStarted', { pack: line.pack, runId: line.runId }));
      case 'batch':
        return onBatch(line);
      case 'schemaChange':
        return log.warning('schema', describeSchemaChange(line));
      case 'failed':
        return log.error('query', line.message);
      default:
        return;
    }
  };
}
