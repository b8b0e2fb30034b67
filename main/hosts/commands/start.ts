import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { OnlyPart, PipelineStatus } from '../../contract/pipeline';
import { failed, failure, FailureError, type Failure } from '../../contract/failure';
import { findInstallation, rootFolder } from '../../settings/installation';
import { prepareDataFolder } from '../../settings/data-folder';
import { dataPaths } from '../../settings/paths';
import { openRunSettings } from '../../settings/run-settings';
import { launchArguments, type InstanceChoice } from '../launch-arguments';
import { readControlAddress, type SocketClient } from '../socket-client';
import { connectIfRunning, unwrap } from '../with-control';
import { formatDuration } from '../texts/format';
import { whenAskedToEnd } from '../when-asked-to-end';

const startDeadlineMs = 180_000;

/**
 * `deltadesk start`: starts the pipeline of the instance that lives on the data folder, or a new
 * instance in the background, and waits until the pipeline runs. Of a new one whose start fails
 * nothing is left.
 */
export async function startInBackground(
  options: InstanceChoice & { dataFolder: string; idle: boolean; only?: OnlyPart },
  say: (text: string) => void,
): Promise<{ address: string; pid: number; pipeline: PipelineStatus }> {
  const { resourcesFolder } = await findInstallation();
  await prepareDataFolder(options.dataFolder);
  const living = await connectIfRunning(options.dataFolder);
  const unheard = launchArguments(options).filter((each) => each !== '--yes');
  if (living !== null && unheard.length > 0) {
    // What no instance would take is refused as a new one refuses it.
    await openRunSettings(resourcesFolder, options.dataFolder, options).catch((error: unknown) => {
      living.close();
      throw error;
    });
    process.stderr.write(
      `An instance runs on this data folder already and keeps its settings; without effect: ` +
        `${unheard.join(' ')}. To begin with them: deltadesk stop, then start again.\n`,
    );
  }
  const client = living ?? (await launch(options));
  // Ctrl-C while waiting: the background instance is told to end, as nothing else would end it.
  void whenAskedToEnd().then(async () => {
    await client.invoke('app.quit', {});
    await client.whenClosed;
    process.exit(130);
  });
  try {
    if (!options.idle) {
      const { only } = options;
      unwrap(await client.invoke('pipeline.start', only ? { only } : {}));
    }
    const pipeline = await whenSettled(client, options.idle, say);
    const control = await readControlAddress(dataPaths(options.dataFolder).control);
    if (!control) throw failed('CONTROL_NOT_RUNNING', { folder: options.dataFolder });
    return {
      address: `${control.address}/#token=${control.token}`,
      pid: control.pid,
      pipeline,
    };
  } catch (error) {
    // One that was launched here has this call's settings: left behind, the next call would meet them.
    // Whoever stopped it in the window goes on there.
    const isStopped = error instanceof FailureError && error.failure.code === 'REQUEST_CANCELLED';
    if (living === null && !isStopped) {
      await client.invoke('app.quit', {});
      await client.whenClosed;
    }
    throw error;
  } finally {
    client.close();
  }
}

/** Starts the browser host as a process of its own, detached from this terminal. */
async function launch(options: InstanceChoice & { dataFolder: string }): Promise<SocketClient> {
  const paths = dataPaths(options.dataFolder);
  await mkdir(paths.logs, { recursive: true });
  const output = join(paths.logs, 'background.log');
  const log = await open(output, 'w', 0o600);
  const program = join(rootFolder, 'out', 'cli', 'deltadesk.cjs');
  const args = ['app', '--host', 'browser', '--idle', ...launchArguments(options)];
  const child = spawn(process.execPath, [program, ...args, '--data-folder', options.dataFolder], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
    cwd: paths.dataFolder,
  });
  const refused = refusalOf(child);
  child.unref();
  await log.close();
  for (const endMs = Date.now() + 30_000; Date.now() < endMs; await delay(50)) {
    const control = await readControlAddress(paths.control);
    const client = control?.pid === child.pid ? await connectIfRunning(options.dataFolder) : null;
    if (client === null && child.exitCode === null) continue;
    if (client === null) break;
    if (child.connected) child.disconnect();
    return client;
  }
  const refusal = child.exitCode === null ? null : await refused;
  if (refusal) throw new FailureError(refusal);
  const reason = `the background process ended or did not answer; see ${output}`;
  throw failed('CONTROL_UNREACHABLE', { address: paths.control, reason });
}

/** What the process said of its end through the channel; null when it said nothing. */
function refusalOf(child: ChildProcess): Promise<Failure | null> {
  return new Promise((resolve) => {
    child.once('message', (message) => resolve(failure.safeParse(message).data ?? null));
    child.once('disconnect', () => resolve(null));
  });
}

/** Waits until the start has come to an end; one that failed, or was stopped meanwhile, is thrown. */
async function whenSettled(
  client: SocketClient,
  isIdle: boolean,
  say: (text: string) => void,
): Promise<PipelineStatus> {
  let said = '';
  for (const endMs = Date.now() + startDeadlineMs; Date.now() < endMs; await delay(200)) {
    const { pipeline } = unwrap(await client.invoke('overview.read', {}));
    const { state, step } = pipeline;
    if (pipeline.failure) throw new FailureError(pipeline.failure);
    if (isIdle || state === 'running' || state === 'degraded') return pipeline;
    // Stopped from the window or another terminal: the instance may end before the next question.
    if (state === 'stopping') throw failed('REQUEST_CANCELLED', { request: 'The start' });
    if (step && said !== step.name) {
      said = step.name;
      const words = step.name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      const elapsed = formatDuration(Date.now() - pipeline.sinceMs);
      say(`${step.number}/${step.count} ${words} (${elapsed})`);
    }
  }
  throw failed('CONTROL_UNREACHABLE', {
    address: 'the pipeline',
    reason: `not running after ${startDeadlineMs / 1000} s`,
  });
}
