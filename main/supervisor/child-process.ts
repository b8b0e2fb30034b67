import { mkdir, rm } from 'node:fs/promises';
import { execa } from 'execa';
import { FailureError } from '../contract/failure';
import { commandFailed } from './service-failures';
import type { ServiceSpec } from './service-spec';
import { SupervisedChild, type TakeLines } from './supervised-child';

/**
 * Starts the program of a service, the only place that does, as leader of a process group of its
 * own, with a stdin that stays open as long as this process lives. Fails with
 * `SERVICE_COMMAND_FAILED`.
 */
export async function startChildProcess(
  spec: ServiceSpec,
  takeLines: TakeLines,
): Promise<SupervisedChild> {
  const { temporaryFolder } = spec;
  // What is still open there, as on Windows, is left to the next start.
  const removeTemporaryFiles = () =>
    rm(temporaryFolder, { recursive: true, force: true }).catch(() => undefined);
  await removeTemporaryFiles();
  await mkdir(temporaryFolder, { recursive: true });
  const subprocess = execa(spec.command, [...spec.args], {
    cwd: spec.workingFolder,
    env: spec.environment,
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    // Ctrl-C in the terminal must not reach it before the orderly stop does. On Windows a detached
    // child would get a console window of its own.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const { pid } = subprocess;
  if (pid !== undefined)
    return new SupervisedChild(pid, subprocess, takeLines, removeTemporaryFiles);
  const { cause } = await subprocess;
  throw new FailureError(commandFailed(spec, cause));
}
