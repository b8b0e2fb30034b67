import { setTimeout as delay } from 'node:timers/promises';
import { FailureError, failed } from '../contract/failure';
import { createControlCenter, type ControlCenter } from '../control-center';
import { openFaults, openLateEvents } from '../hosts/fault-run';
import type { FaultyEvents } from '../generate/faults/faulty-events';
import { throwIfBroken, untilProcessed } from '../pipeline/until-processed';
import { findInstallation } from '../settings/installation';
import { dataPaths } from '../settings/paths';
import { Bursts } from './bursts';
import { writeSample } from './sample-folder';
import { shipClassArchives } from './ship-class-archives';
import { playTimeLapse } from './time-lapse';

/** Three days of a shop: small enough to be shipped, and every panel has something to show. */
const pack = 'sales';
const lapseMs = 3 * 24 * 3_600_000;
const seed = 2025;
const count = 3_300;
const faults = { late: 24, duplicate: 30, malformed: 36 };
/** So many in a micro-batch of their own: each is a version to look back to. */
const burst = 250;
const ratePerSecond = 5_000;
const burstDeadlineMs = 120_000;
const lookEveryMs = 20;

/** Where it goes: new folders all of them. */
export interface SampleFolders {
  /** The data folder of the run. */
  readonly work: string;
  /** The sample lakehouse. */
  readonly sample: string;
  /** The class archives of the JVMs that ran for it. */
  readonly classArchives: string;
}

/** What was made, for whoever waits for it. */
export interface SampleMade {
  readonly folder: string;
  readonly records: number;
}

/**
 * Makes the sample lakehouse with the real broker and the real job: runs a pipeline in a new data
 * folder and takes over what reading needs. Its JVMs have then loaded what every pipeline loads:
 * their class archives are written too. Fails like a start, and with `LEDGER_BROKEN` when a record
 * is missing or doubled.
 */
export async function makeSample(folders: SampleFolders): Promise<SampleMade> {
  // No archive is there yet: the JVMs note their classes.
  const installation = { ...(await findInstallation()), classArchives: folders.classArchives };
  const sending = { pack, count, forMs: null, ratePerSecond, seed, faults };
  const run = openFaults(sending, installation.resourcesFolder);
  if (run === null) throw failed('INTERNAL', { reason: 'the sample has no faults' });
  const records = count + faults.late + faults.duplicate + faults.malformed;
  const toMs = Date.now();
  const lapse = { fromMs: toMs - lapseMs, toMs, records };
  const bursts = new Bursts(playTimeLapse(run.events, lapse));
  const center = await createControlCenter({
    dataFolder: folders.work,
    installation,
    host: 'none',
    startPipeline: false,
    ports: 'any',
    pack,
    producer: { ratePerSecond, seed, count: null, source: () => bursts },
  });
  try {
    await fill(center, run.events, bursts);
  } finally {
    await center.shutdown();
  }
  const paths = dataPaths(folders.work);
  await writeSample(paths, folders.sample, { pack, fromMs: lapse.fromMs, toMs });
  await shipClassArchives(installation, paths);
  return { folder: folders.sample, records };
}

async function fill({ parts }: ControlCenter, events: FaultyEvents, bursts: Bursts) {
  const { pipeline, producer, reading } = parts;
  bursts.release(burst);
  await pipeline.start();
  const { state, failure } = pipeline.phase;
  if (failure) throw new FailureError(failure);
  if (state !== 'running') throw failed('REQUEST_CANCELLED', { request: 'sample' });
  for (; !producer.isComplete; bursts.release(burst)) {
    for (; !bursts.isSpent && !producer.isComplete; await delay(lookEveryMs)) throwIfBroken(parts);
    await untilProcessed(parts, { deadlineMs: burstDeadlineMs });
    // Time flies here: what is late is told by the newest batch, not by the first.
    await openLateEvents(events, reading);
  }
  await producer.stop();
  await untilProcessed(parts, { deadlineMs: burstDeadlineMs });
  const ledger = await parts.verify(pack);
  const broken = ledger.rules.find(({ passed }) => !passed);
  if (broken) throw failed('LEDGER_BROKEN', { rule: broken.rule, finding: broken.finding });
}
