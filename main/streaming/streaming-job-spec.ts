import { join } from 'node:path';
import { failed } from '../contract/failure';
import type { LogLevel } from '../contract/log-level';
import type { DataPaths, Installation } from '../settings/paths';
import { classArchive, classArchiveFlags, type ClassArchive } from '../supervisor/class-archive';
import type { ReadinessProbe, ServiceSpec } from '../supervisor/service-spec';

/** Packages of the JDK that Spark reaches into (Spark's own launcher opens the same). */
export const openedPackages = [
  'java.base/java.lang',
  'java.base/java.lang.invoke',
  'java.base/java.lang.reflect',
  'java.base/java.io',
  'java.base/java.net',
  'java.base/java.nio',
  'java.base/java.util',
  'java.base/java.util.concurrent',
  'java.base/java.util.concurrent.atomic',
  'java.base/jdk.internal.ref',
  'java.base/sun.nio.ch',
  'java.base/sun.nio.cs',
  'java.base/sun.security.action',
  'java.base/sun.util.calendar',
  'java.security.jgss/sun.security.krb5',
];

export interface StreamingJobOptions {
  readonly packFolders: readonly string[];
  /** Numbers of the packs by name. */
  readonly parameters: readonly (readonly [string, { readonly value: number }])[];
  readonly bootstrapServers: string;
  /** Cores that Spark's local master uses. */
  readonly cores: number;
  /** Row-level files replaced longer ago are deleted; null keeps them. */
  readonly vacuumHours: number | null;
  /** In place of what every pack says; null: nothing. */
  readonly streaming: {
    readonly triggerIntervalMs: number | null;
    readonly maxOffsetsPerTrigger: number | null;
    readonly startingOffsets: 'earliest' | 'latest' | null;
    readonly watermarkDelayMs: number | null;
  };
  /** Topics that are called otherwise than their packs say. */
  readonly topics?: readonly (readonly [pack: string, topic: string])[];
  /** The job's heap; what it takes beside it is some 300 MB. */
  readonly memoryMb: number;
  /** Whether Spark serves its own pages, on loopback. */
  readonly sparkUi: boolean;
  readonly logLevel: LogLevel;
  readonly probe: ReadinessProbe;
  /** When the job last told of its work, epoch ms; null: not yet. */
  readonly workedAtMs: () => number | null;
}

/** Of the heap, what the new generation takes at most; a drain is as fast with 5/12 (measured). */
const newShare = 5 / 18;
/** How a JVM ends with `-XX:+ExitOnOutOfMemoryError`. */
const outOfMemoryExit = 3;

/** The JVM of the streaming job. */
export function streamingJobArchive(installation: Installation, paths: DataPaths): ClassArchive {
  const { java, jarsFolder, classArchives } = installation;
  const jarFolders = ['spark', 'job'].map((folder) => join(jarsFolder, folder));
  const folders = { shipped: classArchives, own: paths.classArchives };
  return classArchive(folders, { name: 'streamingJob', java, jarFolders });
}

/**
 * How the streaming job runs: plain `java`, no spark-submit, and the parallel collector, which holds
 * half of what G1 does. With one collector thread a drain took 1.15 times as long, with the usual
 * goal of 1 % of the time for collecting memory grew by a quarter (measured). The new generation
 * has room for what lives as long as a part of a large batch: fewer full collections, and 1.1 GB
 * while draining instead of the 1.6 of a 1 GB heap in the usual proportions (measured).
 */
export function streamingJobSpec(
  installation: Installation,
  paths: DataPaths,
  options: StreamingJobOptions,
): ServiceSpec {
  const archive = streamingJobArchive(installation, paths);
  return {
    name: 'streamingJob',
    command: installation.java,
    args: [
      '-Xms256m',
      `-Xmx${options.memoryMb}m`,
      '-XX:+ExitOnOutOfMemoryError',
      '-XX:+UseParallelGC',
      `-XX:ParallelGCThreads=${options.cores}`,
      '-XX:GCTimeRatio=19',
      '-XX:NewRatio=1',
      `-XX:MaxNewSize=${Math.round(options.memoryMb * newShare)}m`,
      '-XX:SurvivorRatio=2',
      '-Djdk.reflect.useDirectMethodHandle=false',
      '-Dio.netty.tryReflectionSetAccessible=true',
      '-Djava.awt.headless=true',
      `-Djava.io.tmpdir=${paths.temporary('streamingJob')}`,
      `-Ddeltadesk.logLevel=${options.logLevel}`,
      ...openedPackages.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
      ...classArchiveFlags(archive),
      '-cp',
      archive.classPath,
      'deltadesk.streaming.StreamJob',
      ...options.packFolders.flatMap((folder) => ['--pack-folder', folder]),
      ...options.parameters.flatMap(([name, { value }]) => ['--parameter', `${name}=${value}`]),
      ...(options.topics ?? []).flatMap(([pack, topic]) => ['--topic', `${pack}=${topic}`]),
      '--data-folder',
      paths.dataFolder,
      '--bootstrap-servers',
      options.bootstrapServers,
      '--master',
      `local[${options.cores}]`,
      ...argument('--trigger-ms', options.streaming.triggerIntervalMs),
      ...argument('--max-offsets-per-trigger', options.streaming.maxOffsetsPerTrigger),
      ...argument('--starting-offsets', options.streaming.startingOffsets),
      ...argument('--watermark-delay-ms', options.streaming.watermarkDelayMs),
      ...argument('--vacuum-hours', options.vacuumHours),
      ...(options.sparkUi ? ['--spark-ui', 'on'] : []),
    ],
    environment: { ...installation.javaEnvironment, SPARK_LOCAL_IP: '127.0.0.1' },
    workingFolder: paths.run,
    temporaryFolder: paths.temporary('streamingJob'),
    readiness: {
      probe: options.probe,
      workedAtMs: options.workedAtMs,
      intervalMs: 100,
      deadlineMs: 90_000,
    },
    stop: { stopLine: 'stop', askDeadlineMs: 8_000, termDeadlineMs: 2_000 },
    explainExit: ({ exitCode }) =>
      exitCode === outOfMemoryExit
        ? failed('STREAMING_OUT_OF_MEMORY', { memoryMb: options.memoryMb }).failure
        : null,
  };
}

const argument = (name: string, value: number | string | null): readonly string[] =>
  value === null ? [] : [name, String(value)];
