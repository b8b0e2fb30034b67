import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataPaths, Installation } from '../settings/paths';
import { classArchive, classArchiveFlags, type ClassArchive } from '../supervisor/class-archive';
import type { ReadinessProbe, ServiceSpec } from '../supervisor/service-spec';
import { brokerProperties } from './broker-properties';
import { formatStorage, storageFolder } from './broker-storage';

export interface BrokerPlan {
  readonly spec: ServiceSpec;
  readonly clusterId: string;
}

/** The JVM of the broker; the job's jar holds what ends it with the control process. */
export function brokerArchive(installation: Installation, paths: DataPaths): ClassArchive {
  const { java, jarsFolder, classArchives } = installation;
  const jarFolders = ['broker', 'job'].map((folder) => join(jarsFolder, folder));
  const folders = { shipped: classArchives, own: paths.classArchives };
  return classArchive(folders, { name: 'broker', java, jarFolders });
}

/**
 * Writes `server.properties`, formats the storage when it is new, and says how the broker runs.
 * `Launch` ends the broker when its stdin closes, so that it never outlives the control process.
 */
export async function planBroker(
  installation: Installation,
  paths: DataPaths,
  ports: {
    readonly port: number;
    readonly controllerPort: number;
    readonly answerWithinMs: number;
  },
  probeOf: (clusterId: string) => ReadinessProbe,
  signal: AbortSignal,
): Promise<BrokerPlan> {
  const logFolder = storageFolder(paths);
  const propertiesFile = join(paths.kafka, 'server.properties');
  await mkdir(paths.kafka, { recursive: true });
  await writeFile(propertiesFile, brokerProperties({ ...ports, logFolder }));

  const logConfiguration = join(installation.resourcesFolder, 'broker', 'log4j2.properties');
  const archive = brokerArchive(installation, paths);
  // Small heap, one garbage collector thread, quick compiler only: a desktop broker is mostly idle.
  const javaArgs = [
    '-Xms128m',
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-Dlog4j2.configurationFile=${logConfiguration}`,
    '-Djava.awt.headless=true',
    '-cp',
    archive.classPath,
  ];
  const clusterId = await formatStorage(installation, javaArgs, propertiesFile, logFolder, signal);
  const spec: ServiceSpec = {
    name: 'broker',
    command: installation.java,
    args: [
      ...classArchiveFlags(archive),
      `-Djava.io.tmpdir=${paths.temporary('broker')}`,
      ...javaArgs,
      'deltadesk.launch.Launch',
      'kafka.Kafka',
      propertiesFile,
    ],
    environment: installation.javaEnvironment,
    workingFolder: paths.kafka,
    temporaryFolder: paths.temporary('broker'),
    readiness: { probe: probeOf(clusterId), intervalMs: 100, deadlineMs: ports.answerWithinMs },
    stop: { stopLine: 'stop', askDeadlineMs: 6_000, termDeadlineMs: 3_000 },
  };
  return { spec, clusterId };
}
