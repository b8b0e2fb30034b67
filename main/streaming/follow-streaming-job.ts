import type { EventLog } from '../event-log';
import type { JobAnswer } from '../contract/job-command';
import { sayEvent } from '../contract/event-sentences';
import type { BatchLine } from '../contract/streaming';
import { describeSchemaChange } from './describe-schema-change';
import { parseProgressLine } from './parse-progress-line';
import type { StreamingState } from './streaming-state';

/**
 * Listens to the job's stdout: keeps the state of each pack, by its name, tells of batches, of
 * answers to commands and of Spark's own pages, logs what a person must know.
 */
export function followStreamingJob(
  states: ReadonlyMap<string, StreamingState>,
  log: EventLog,
  tell: {
    readonly batch: (batch: BatchLine) => void;
    readonly answer: (answer: JobAnswer) => void;
    readonly sparkUi: (address: string) => void;
  },
): (line: string) => void {
  return (text) => {
    const line = parseProgressLine(text);
    if (!line) return;
    if (line.kind === 'sparkUi') return tell.sparkUi(line.address);
    if (!('pack' in line)) return tell.answer(line);
    states.get(line.pack)?.apply(line);
    switch (line.kind) {
      case 'started':
        return log.info('query', sayEvent('queryStarted', { pack: line.pack, runId: line.runId }));
      case 'batch':
        return tell.batch(line);
      case 'schemaChange':
        return log.warning('schema', describeSchemaChange(line));
      case 'failed':
        return log.error('query', line.message);
      default:
        return;
    }
  };
}
