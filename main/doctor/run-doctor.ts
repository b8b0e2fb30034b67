import type { DoctorCheck, DoctorCheckId, DoctorReport } from '../contract/doctor';
import { askCheck, type Check } from './check';
import { brokerAnswers } from './checks/broker-answers';
import { checkpoints } from './checks/checkpoints';
import { clock } from './checks/clock';
import { dataFolder } from './checks/data-folder';
import { disk } from './checks/disk';
import { duckDb } from './checks/duck-db';
import { folders } from './checks/folders';
import { brokerFiles, deltaFiles, sparkFiles } from './checks/jar-files';
import { java } from './checks/java';
import { leftovers } from './checks/leftovers';
import { memory } from './checks/memory';
import { ports } from './checks/ports';
import { tables } from './checks/tables';
import { topics } from './checks/topics';
import type { DoctorPlace } from './doctor-place';
import { readMutedChecks } from './muted-checks';

/** In the order of floor.md 8.2. */
export const checks: readonly Check[] = [
  java,
  sparkFiles,
  brokerFiles,
  deltaFiles,
  brokerAnswers,
  folders,
  ports,
  disk,
  memory,
  dataFolder,
  leftovers,
  topics,
  tables,
  checkpoints,
  duckDb,
  clock,
];

/** Asks every question, one after the other, changing nothing but folders that are missing. */
export async function runDoctor(place: DoctorPlace): Promise<DoctorReport> {
  const muted = await readMutedChecks(place.paths.mutedChecks);
  const answers: DoctorReport['checks'] = [];
  for (const check of checks) answers.push(await askCheck(check, place, muted.includes(check.id)));
  return {
    atMs: Date.now(),
    dataFolder: place.paths.dataFolder,
    ok: answers.every(({ result }) => result !== 'failed'),
    checks: answers,
  };
}

/** Asks one question again. */
export async function runCheck(place: DoctorPlace, id: DoctorCheckId): Promise<DoctorCheck> {
  const muted = await readMutedChecks(place.paths.mutedChecks);
  const check = checks.find((one) => one.id === id)!;
  return askCheck(check, place, muted.includes(id));
}
