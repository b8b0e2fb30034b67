import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findInstallation, rootFolder } from '../settings/installation';
import { dataPaths } from '../settings/paths';
import { openedPackages, streamingJobArchive } from '../streaming/streaming-job-spec';
import { classArchiveFlags, isWritten } from '../supervisor/class-archive';
import { parseForeignTables, type ForeignTable } from './foreign-table';

const run = promisify(execFile);
/** Half a minute on an idle machine with two cores; one that does much else at once takes its time. */
export const deadlineMs = 400_000;

/**
 * Has delta-spark, which is on the job's own class path, write tables of every feature into a lake:
 * the program is `spark/src/test/java/deltadesk/foreign`, compiled here. It ends with this process.
 */
export async function writeSparkTables(lake: string, scratch: string): Promise<ForeignTable[]> {
  const installation = await findInstallation();
  const { java, javaEnvironment, jarsFolder } = installation;
  const environment = { ...process.env, ...javaEnvironment, SPARK_LOCAL_IP: '127.0.0.1' };
  const jars = join(jarsFolder, 'spark', '*');
  const sources = join(rootFolder, 'spark', 'src', 'test', 'java', 'deltadesk', 'foreign');
  const classes = join(scratch, 'classes');
  mkdirSync(classes, { recursive: true });
  const options = { cwd: scratch, env: environment, timeout: deadlineMs, maxBuffer: 64 << 20 };
  const files = readdirSync(sources).map((name) => join(sources, name));
  const compile = ['-J-XX:TieredStopAtLevel=1', '-proc:none', '-encoding', 'UTF-8'];
  const target = ['--release', '17', '-cp', jars, '-d', classes];
  await run(join(dirname(java), 'javac'), [...compile, ...target, ...files], options);
  // The job's class path goes first: then the archive of its classes serves this program too.
  const archive = streamingJobArchive(installation, dataPaths(scratch));
  const { stdout } = await run(
    java,
    [
      ...(isWritten(archive) ? classArchiveFlags(archive) : []),
      ...['-Xms1g', '-Xmx1g', '-Xmn600m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
      // Half a minute of planning with all of Spark fills what the first compiler alone is given.
      '-XX:ReservedCodeCacheSize=200m',
      ...openedPackages.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
      ...['-cp', [archive.classPath, classes].join(delimiter)],
      ...['deltadesk.foreign.ForeignTables', lake, join(scratch, 'spark')],
    ],
    options,
  );
  return parseForeignTables(stdout);
}
