import type { QueryPlace } from '../analytics/run-query';
import type { LastError } from '../contract/last-errors';
import type { MicroBatch } from '../contract/micro-batches';
import type { Run } from '../contract/runs';
import { readLastErrors } from './last-errors';
import { readMicroBatches } from './micro-batches';
import { readRuns } from './runs';

/** What the pipeline did, from `ops.*` and the journal of the batches; fails like `runQuery`. */
export class PipelineHistory {
  constructor(
    private readonly place: QueryPlace,
    private readonly lake: { has(table: string): boolean },
  ) {}

  /** The newest committed micro-batches of a pack, oldest first; none before the first. */
  readMicroBatches(pack: string, limit: number): Promise<MicroBatch[]> {
    return readMicroBatches(this.place, pack, limit, this.lake.has('quality.batches'));
  }

  /** The newest runs with their steps, the newest first. */
  readRuns(limit: number): Promise<Run[]> {
    return readRuns(this.place, limit);
  }

  /** The newest error of each part over the last 24 hours. */
  readLastErrors(): Promise<LastError[]> {
    return readLastErrors(this.place);
  }
}
