import { mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brokerArchive } from '../kafka/broker-spec';
import type { DataPaths, Installation } from '../settings/paths';
import { streamingJobArchive } from '../streaming/streaming-job-spec';
import { isWritten } from '../supervisor/class-archive';
import { ClassArchiver } from '../supervisor/class-archiver';

/**
 * Writes the class archives of a pipeline that has run in `paths` and is stopped, and moves them to
 * those that the installation ships. One that cannot be written is left out: a start without it is
 * slower and nothing else.
 */
export async function shipClassArchives(
  installation: Installation,
  paths: DataPaths,
): Promise<void> {
  const archives = [streamingJobArchive, brokerArchive].map((of) => of(installation, paths));
  const launchJars = join(installation.jarsFolder, 'job');
  await Promise.all(
    archives.map((each) =>
      new ClassArchiver(launchJars, installation.javaEnvironment).writeNow([each]),
    ),
  );
  await mkdir(installation.classArchives, { recursive: true });
  for (const each of archives.filter(isWritten)) {
    await rename(each.archive, join(installation.classArchives, basename(each.archive)));
  }
}
