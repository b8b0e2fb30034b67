import { join } from 'node:path';
import type { ServiceName } from '../contract/service';

/** Where the shipped parts are: the checkout's folders, or the packaged app's resources. */
export interface Installation {
  /** `broker/`, `spark/` and `job/`, each a folder of jars alone. */
  readonly jarsFolder: string;
  readonly resourcesFolder: string;
  /** The built renderer: `index.html` and its assets. */
  readonly rendererFolder: string;
  /** What set-up has written for quicker starts of the JVMs; may be missing. */
  readonly classArchives: string;
  /** Version of the product. */
  readonly version: string;
  /** The `java` program to start; its version was checked. */
  readonly java: string;
  /** Where they may be missing so far: looks for jars and Java, and fails when they still are. */
  readonly requirePrograms?: () => Promise<void>;
  /** What `java` needs of its environment, see `javaEnvironment`. */
  readonly javaEnvironment: Readonly<Record<string, string>>;
}

/** The only place that joins folders of the data folder. */
export function dataPaths(dataFolder: string) {
  const run = join(dataFolder, 'run');
  const delta = join(dataFolder, 'delta');
  return {
    dataFolder,
    /** What a person has set, in YAML. */
    settings: join(dataFolder, 'settings.yaml'),
    run,
    lock: join(run, 'instance.lock'),
    control: join(run, 'control.json'),
    /** Leads a browser to the window with its key; for the user alone. */
    openPage: join(run, 'open.html'),
    /** A reset that was begun: it is finished before anything else is started. */
    resetIntent: join(run, 'reset.json'),
    runFile: (service: ServiceName) => join(run, `${service}.json`),
    /** What a service puts aside while it runs; a killed one cannot take it away itself. */
    temporary: (service: ServiceName) => join(run, 'temporary', service),
    logs: join(dataFolder, 'logs'),
    log: (service: ServiceName | 'app') => join(dataFolder, 'logs', `${service}.log`),
    /** What a later start of a JVM takes its classes from; may be deleted. */
    classArchives: join(dataFolder, 'run', 'class-archives'),
    /** What a large sort or comparison puts aside while it runs. */
    spill: join(dataFolder, 'run', 'spill'),
    /** Exports that wait for their download; emptied at each start. */
    downloads: join(run, 'downloads'),
    /** Debug bundles. */
    support: join(dataFolder, 'support'),
    /** The checks that a person does not want to be counted. */
    mutedChecks: join(dataFolder, 'muted-checks.json'),
    /** The causes of alerts that a person does not want to be told. */
    mutedAlerts: join(dataFolder, 'muted-alerts.json'),
    /** What a person has changed of the packs' catalogs. */
    catalogs: join(dataFolder, 'catalogs'),
    /** A pack with its changed catalogs, as this run works with it. */
    runPack: (pack: string) => join(run, 'packs', pack),
    kafka: join(dataFolder, 'kafka'),
    delta,
    /** Folder of `<layer>.<table>`. */
    table: (table: string) => join(delta, ...table.split('.')),
    checkpoints: join(dataFolder, 'checkpoints'),
    checkpoint: (pack: string) => join(dataFolder, 'checkpoints', pack),
    producerRecords: join(dataFolder, 'producer'),
    /** The app's own history, a DuckDB file. */
    history: join(dataFolder, 'control.duckdb'),
    /** A person's own SQL files. */
    savedQueries: join(dataFolder, 'saved-queries'),
    /** What windows keep over restarts, such as the columns of a grid. */
    keptTexts: join(dataFolder, 'window.json'),
    /** Passwords and keys, encrypted by the system. */
    secrets: join(dataFolder, 'secrets.json'),
    /** The producer's own record of what was sent and acknowledged. */
    producerRecord: (pack: string) => join(dataFolder, 'producer', pack),
  } as const;
}
export type DataPaths = ReturnType<typeof dataPaths>;
