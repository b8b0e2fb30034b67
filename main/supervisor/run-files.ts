import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { sayEvent } from '../contract/event-sentences';
import type { Said } from '../contract/said';
import { serviceName, type ServiceName } from '../contract/service';
import type { DataPaths } from '../settings/paths';
import { groupEndsWithin, signalGroup } from './process-group';
import { isProcessAlive, readCommandLine, readProcessStart } from './process-identity';

const killDeadlineMs = 3_000;

const runFileFields = z.object({
  /** Never 1: a signal to group 1 would reach every process. */
  pid: z.number().int().min(2),
  /** See `readProcessStart`. */
  startedAt: z.string(),
  command: z.array(z.string()).min(1),
  /** The child leads it; on Windows, where there is none, it names the process tree. */
  processGroup: z.number().int(),
});
// Only the pid's owner is verified before its group is signalled.
const runFile = runFileFields.refine(({ pid, processGroup }) => pid === processGroup);
type RunFile = z.infer<typeof runFile>;

/**
 * Notes a started child, so that the next launch finds it should this process be killed. A child
 * that has ended meanwhile is not noted. `command`: the program and its arguments.
 */
export async function writeRunFile(
  file: string,
  pid: number,
  command: readonly string[],
): Promise<void> {
  const startedAt = await readProcessStart(pid);
  if (startedAt === null) return;
  const noted: RunFile = { pid, startedAt, command: [...command], processGroup: pid };
  const part = `${file}.part`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rm(part, { force: true });
  await writeFile(part, `${JSON.stringify(noted)}\n`, { mode: 0o600 });
  await rename(part, file);
}

/** Forgets an ended child. A file that stays names a dead process: the next launch sees that. */
export async function removeRunFile(file: string): Promise<void> {
  await rm(file, { force: true, recursive: true }).catch(() => undefined);
}

/**
 * Ends what an earlier run left behind; the caller holds the instance lock. Only a process with the
 * noted pid, start time and command is ended, never a stranger that was given the same pid. Returns
 * a sentence for each, for the event log. After `termDeadlineMs` SIGTERM becomes SIGKILL.
 */
export async function endLeftovers(paths: DataPaths, termDeadlineMs = 3_000): Promise<Said[]> {
  const sentences = await Promise.all(
    serviceName.options.map((service) =>
      endLeftover(paths.runFile(service), service, termDeadlineMs),
    ),
  );
  return sentences.filter((sentence) => sentence !== null);
}

async function endLeftover(
  file: string,
  service: ServiceName,
  termDeadlineMs: number,
): Promise<Said | null> {
  const noted = await readRunFile(file);
  if (!noted || !(await isSameProcess(noted))) {
    await removeRunFile(file);
    return null;
  }
  const { pid } = noted;
  const who = `${basename(noted.command[0] ?? '')} (pid ${pid})`;
  signalGroup(pid, 'SIGTERM');
  let how: 'leftoverEnded' | 'leftoverKilled' = 'leftoverEnded';
  if (!(await groupEndsWithin(pid, termDeadlineMs))) {
    // Members were alive a moment ago: the id of their group is still theirs.
    signalGroup(pid, 'SIGKILL');
    await groupEndsWithin(pid, killDeadlineMs);
    how = 'leftoverKilled';
  }
  if (isProcessAlive(pid)) return sayEvent('leftoverStays', { service, who });
  await removeRunFile(file);
  return sayEvent(how, { service, who });
}

/** Living processes that run files name: children of the living instance, or leftovers. */
export async function listNotedProcesses(
  paths: DataPaths,
): Promise<{ service: ServiceName; pid: number }[]> {
  const found = await Promise.all(
    serviceName.options.map(async (service) => {
      const noted = await readRunFile(paths.runFile(service));
      return noted && (await isSameProcess(noted)) ? [{ service, pid: noted.pid }] : [];
    }),
  );
  return found.flat();
}

/** A wrapper script may put programs before the arguments, but the arguments stay the last. */
async function isSameProcess({ pid, startedAt, command }: RunFile): Promise<boolean> {
  if (!isProcessAlive(pid) || (await readProcessStart(pid)) !== startedAt) return false;
  const found = comparable((await readCommandLine(pid)) ?? '');
  const [program = '', ...args] = command;
  const noted = comparable(args.length > 0 ? args.join(' ') : basename(program));
  return found.endsWith(noted);
}

/** Windows quotes arguments and /proc does not: quotes and the width of blanks say nothing. */
function comparable(commandLine: string): string {
  return commandLine.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim();
}

/** Null when there is none, or nothing that this version can read. */
async function readRunFile(file: string): Promise<RunFile | null> {
  try {
    return runFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
