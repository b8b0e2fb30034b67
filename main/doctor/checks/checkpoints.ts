import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readNewestCommittedBatch, readQueryId } from '../../streaming/checkpoint';
import { broken, notRun, passed, warning, type Check } from '../check';

const remedy =
  'Bring back what belongs together, or begin anew with "deltadesk reset checkpoints" (tables stay) or "deltadesk reset data".';

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
    if (queryId === null && lastWriter === null) return notRun('There is neither yet.');
    const wasReset = ['reset.json', 'stored-offsets.json'].some((name) =>
      existsSync(join(folder, name)),
    );
    if (queryId === lastWriter) return passed(`Query ${queryId}`);
    if (wasReset) return passed('The checkpoint is new: it begins where the tables end.');
    if (queryId === null) {
      return warning(
        `${folder} has no checkpoint.`,
        'Nothing to do: the next start begins where the tables end.',
      );
    }
    if (lastWriter === null) {
      const batch = await readNewestCommittedBatch(folder);
      if (batch === null) return passed(`Query ${queryId}, without a batch yet`);
      return broken(`The checkpoint has batch ${batch}, but ${bronze} is empty.`, remedy);
    }
    return broken(`${bronze} was written by query ${String(lastWriter)}, not ${queryId}.`, remedy);
  },
};
