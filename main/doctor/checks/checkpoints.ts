import { say } from '../../contract/doctor-sentences';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readNewestCommittedBatch, readQueryId } from '../../streaming/checkpoint';
import { broken, notRun, passed, warning, type Check } from '../check';

const remedy = say('doMatchCheckpoint');

/** The query that wrote Bronze last is the checkpoint's, or its checkpoint was reset since. */
export const checkpoints: Check = {
  id: 'checkpoints',
  question: 'Does the checkpoint belong to its tables?',
  ask: async ({ paths, pack, lake }) => {
    const folder = paths.checkpoint(pack.pack);
    const bronze = `bronze.${pack.bronze.table}`;
    const queryId = await readQueryId(folder);
    const writers = lake.has(bronze) ? (await lake.snapshot(bronze)).transactions : new Map();
    const lastWriter = [...writers.keys()].at(-1) ?? null;
    if (queryId === null && lastWriter === null) return notRun(say('neitherYet'));
    const wasReset = ['reset.json', 'stored-offsets.json'].some((name) =>
      existsSync(join(folder, name)),
    );
    if (queryId !== null && queryId === lastWriter) return passed(say('query', { queryId }));
    if (wasReset) return passed(say('checkpointNew'));
    if (queryId === null) {
      return warning(say('checkpointMissing', { folder }), say('doNothing'));
    }
    if (lastWriter === null) {
      const batch = await readNewestCommittedBatch(folder);
      if (batch === null) return passed(say('queryWithoutBatch', { queryId }));
      return broken(say('checkpointAhead', { batch, table: bronze }), remedy);
    }
    return broken(
      say('checkpointForeign', { table: bronze, writer: String(lastWriter), queryId }),
      remedy,
    );
  },
};
