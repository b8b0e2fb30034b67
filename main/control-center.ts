import { PackCatalogBook } from './catalogs/catalogs';
import type { ControlCenterApi, Handlers } from './contract/api';
import type { LedgerReport } from './contract/ledger';
import type { Reopening } from './contract/reopening';
import type { ControlCenterOptions } from './control-center-options';
import { Downloads } from './downloads/downloads';
import { EventHub } from './event-hub';
import { EventLog } from './event-log';
import { readFirstRun } from './first-run';
import { makeHandlers } from './handlers/handlers';
import type { LoopbackServer } from './hosts/server/loopback-server';
import { keepHistory } from './watch/keep-history';
import { openDoor } from './open-door';
import { openPipeline } from './open-pipeline';
import { readOverview, type OverviewParts } from './overview';
import type { LocalPipeline } from './pipeline/local-parts';
import { openRunningPack, type RunningPack } from './pipeline/running-pack';
import { verifyPack } from './pipeline/verify-pack';
import { takeDataFolder } from './reset/take-data-folder';
import type { RequestControl } from './handlers/running-requests';
import { sampleOf } from './sample/sample-lakehouse';
import { readChosenJob } from './settings/chosen-job';
import { readChosenProducer } from './settings/chosen-producer';
import { loadChosenPack, loadChosenPacks } from './settings/load-chosen-packs';
import { openRunSettings } from './settings/run-settings';
import { dataPaths } from './settings/paths';
import { requireFreePort } from './supervisor/ports';
import { ServiceLog } from './supervisor/service-log';
import { TableReading } from './reading/table-reading';
import { TableSummaries } from './reading/table-summaries';
import { watchHealth } from './watch/watch-health';

export interface ControlCenter {
  readonly handlers: Handlers;
  readonly on: ControlCenterApi['on'];
  /** The same two functions as every door has, without a wire. */
  readonly api: ControlCenterApi;
  readonly server: LoopbackServer;
  /** For callers in this process that need more than the contract: `deltadesk run`. */
  readonly parts: OverviewParts & {
    readonly reading: TableReading;
    /** Proves the ledger of one of the packs; `PACK_UNKNOWN` for another. */
    verify(pack: string, control?: Partial<RequestControl>): Promise<LedgerReport>;
  };
  /** A door asked for the end: the host calls `shutdown`, then opens again what is named. */
  readonly whenQuitRequested: Promise<Reopening | void>;
  /** Stops everything in order and lets go of the data folder. Never rejects. */
  shutdown(): Promise<void>;
}

/** A run once sends its events at once. */
const runOnceRatePerSecond = 5_000;

/**
 * The composition root. Takes the lock on the data folder, ends what an earlier run left, and
 * builds every part; throws a `FailureError` when the folder or an installation cannot be used.
 */
export async function createControlCenter(options: ControlCenterOptions): Promise<ControlCenter> {
  const { installation, dataFolder } = options;
  const settings = await openRunSettings(installation.resourcesFolder, dataFolder, options);
  const loaded = loadChosenPacks(installation.resourcesFolder, settings, options.alongside);
  await requireFreePort(settings.number('httpApi.port') ?? 0);
  const paths = dataPaths(dataFolder);
  const { lock, notices } = await takeDataFolder(paths);

  const hub = new EventHub();
  const appLog = new ServiceLog(paths.log('app'));
  const log = new EventLog(hub, appLog);

  const catalogs = new PackCatalogBook(paths, loaded);
  const overviewChanged = () => hub.publishSoon('overview.changed', () => readOverview(parts));
  const [shown, ...alongside] = loaded.map((each, index) =>
    openRunningPack(each, (index === 0 && options.producer) || null, {
      paths,
      log,
      onChange: overviewChanged,
      mirrorGroup: settings.text('kafka.mirrorGroup'),
      sourceFolder: catalogs.sourceFolder(each),
      chosen: readChosenProducer(settings),
      ratePerSecond: index === 0 ? settings.number('producer.ratePerSecond') : null,
    }),
  ) as [RunningPack, ...RunningPack[]];
  const packs: LocalPipeline['packs'] = [shown, ...alongside];
  const { pack, folder: packFolder, streaming, producer, brokerWatch } = shown;
  const keeper = await keepHistory(paths, log, hub, [shown, ...alongside]);
  for (const notice of [...notices, ...settings.report().problems, ...catalogs.notices])
    log.warning('supervisor', notice);
  const { history } = keeper;
  const reading = await TableReading.open({ paths, pack, packFolder, alongside, history });
  const watched = { ...options, packs, settings, reading, hub, log, onBatch: overviewChanged };
  const watch = watchHealth(keeper, { ...watched, paths, readOverview: () => readOverview(parts) });
  const tables = new TableSummaries(reading.lake, (summary) => {
    hub.publish('table.committed', summary);
    overviewChanged();
  });
  const { broker, streamingJob, pipeline, jobCommands, readSparkUi } = openPipeline({
    installation,
    paths,
    packs,
    log,
    job: readChosenJob(settings),
    ports: options.ports ?? settings.number('kafka.port'),
    answerWithinMs: settings.number('kafka.connectionTimeoutMs'),
    onChange: overviewChanged,
    onBatch: (line) => watch.batch(line),
    onPhase: (phase) => watch.phase(phase),
  });
  const parts: ControlCenter['parts'] = {
    pack: pack.pack,
    headlineTable: pack.headline.revenueTable,
    ...{ pipeline, broker, streamingJob, readSparkUi },
    producer,
    streaming,
    brokerWatch,
    tables,
    reading,
    sample: sampleOf(installation, paths, pipeline, overviewChanged),
    alongside,
    verify: (name, control) => verifyPack(packs, reading, paths, name, control),
  };

  let requestQuit: (reopening?: Reopening) => void = () => undefined;
  const whenQuitRequested = new Promise<Reopening | void>((resolve) => (requestQuit = resolve));
  const app = { version: installation.version, pid: process.pid, host: options.host, dataFolder };
  const downloads = new Downloads(paths.downloads);
  const readDoctorPlace = () => ({
    paths,
    packs: [pack, ...alongside.map((each) => each.pack)] as const,
    jarsFolder: installation.jarsFolder,
    lake: reading.lake,
    environment: process.env,
    bootstrapServers: brokerWatch.bootstrapServers,
    brokerPort: settings.number('kafka.port'),
  });
  const handlers = makeHandlers({
    ...parts,
    pushProgress: (progress) => hub.publish('request.progressed', progress),
    app,
    log,
    paths,
    makeProducer: (events) => shown.makeProducer(runOnceRatePerSecond, events),
    readDoctorPlace,
    downloads,
    packSource: {
      load: (name) => loadChosenPack(installation.resourcesFolder, settings, name),
    },
    requestQuit,
    history,
    jobCommands,
    settings,
    catalogs,
    shown,
    watch,
  });
  settings.onChange = (report) => hub.publish('settings.changed', report);
  const door = await openDoor(
    {
      handlers,
      place: options.door,
      hub,
      log,
      settings,
      pack,
      reading,
      downloads,
      readOverview: () => readOverview(parts),
      readMeasured: watch.measured,
    },
    installation.rendererFolder,
    paths.control,
  );

  let shutdown: Promise<void> | null = null;
  const shutDown = async () => {
    await pipeline.stop();
    tables.close();
    await door.close();
    hub.close();
    await watch.close();
    await Promise.all([reading.close(), parts.sample.close()]);
    await Promise.all([broker.close(), streamingJob.close(), appLog.close()]);
    await lock.release();
  };
  // Who sees the window for the first time reads what will happen, and presses Start (ux.md 3).
  const firstRun = { paths, lake: reading.lake, history, sample: parts.sample };
  const isFirstSeen = options.host !== 'none' && (await readFirstRun(firstRun)).isNew;
  if (options.startPipeline && !isFirstSeen) void pipeline.start();
  return {
    handlers,
    on: door.api.on,
    api: door.api,
    server: door.server,
    parts,
    whenQuitRequested,
    shutdown: () => (shutdown ??= shutDown()),
  };
}
