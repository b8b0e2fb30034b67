import { say } from '../../contract/doctor-sentences';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readNewestCommittedBatch, readQueryId } from '../../streaming/checkpoint';
import type { StreamPack } from '../../contract/stream-pack';
import { broken, notRun, passed, warning, type Check, type Finding } from '../check';
import type { DoctorPlace } from '../doctor-place';

const remedy = say('doMatchCheckpoint');

/** The query that wrote Bronze last is the checkpoint's, or its checkpoint was reset since. */
export const checkpoints: Check = {
  id: 'checkpoints',
  question: 'Does the checkpoint belong to its tables?',
  ask: async ({ packs, ...place }) => {
    const findings: Finding[] = [];
    for (const pack of packs) findings.push(await askOf(pack, place));
    return worst(findings);
  },
};

const gravity: readonly Finding['result'][] = ['failed', 'warning', 'passed', 'notRun'];

/** The gravest finding, of the shown pack where none is graver. */
function worst(findings: readonly Finding[]): Finding {
  return gravity.flatMap((result) => findings.filter((one) => one.result === result))[0]!;
}

async function askOf(
  pack: StreamPack,
  { paths, lake }: Pick<DoctorPlace, 'paths' | 'lake'>,
): Promise<Finding> {
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
}
