import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestName, RequestOf, ResponseOf } from '../../../main/contract/api';
import { describeFailure } from '../../../main/contract/describe-failure';
import type { ServiceName } from '../../../main/contract/service';
import type { SocketClient } from '../../../main/hosts/socket-client';
import { connectIfRunning } from '../../../main/hosts/with-control';
import { dataPaths } from '../../../main/settings/paths';
import { isProcessAlive } from '../../../main/supervisor/process-identity';
import { movedClockEnvironment } from './moved-clock';
import { until } from './until';

export interface ControlPlace {
  readonly program: string;
  readonly dataFolder: string;
  /** Packs that run beside the one that is shown. */
  readonly alongside: readonly string[];
  /** File of orders for the job's crash drill. */
  readonly crashDrill: string;
  /** The clock that it and all that it starts see; null: that of the system. */
  readonly clock: { readonly library: string; readonly offsetMs: number } | null;
}

/** The product as a person runs it: a process of its own, asked through its loopback server. */
export class ControlProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: SocketClient,
    private readonly exited: Promise<unknown>,
  ) {}

  /** Starts the control center alone and connects to it. */
  static async start(place: ControlPlace): Promise<ControlProcess> {
    const { program, dataFolder, alongside, crashDrill, clock } = place;
    const { logs } = dataPaths(dataFolder);
    mkdirSync(logs, { recursive: true });
    const outputFile = join(logs, 'control.log');
    const output = openSync(outputFile, 'a');
    const packs = alongside.flatMap((pack) => ['--with', pack]);
    const args = ['app', '--host', 'none', '--idle', '--data-folder', dataFolder, ...packs];
    const time = clock && movedClockEnvironment(clock.library, clock.offsetMs);
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['ignore', output, output],
      env: { ...process.env, DELTADESK_CRASH_DRILL: crashDrill, ...time },
    });
    closeSync(output);
    const exited = new Promise((resolve) => child.once('exit', resolve));
    const client = await until('the control process answers', async () => {
      if (child.exitCode !== null) return null;
      const found = await connectIfRunning(dataFolder);
      if (!found) return undefined;
      const answer = await found.invoke('app.read', {});
      return answer.ok && answer.value.pid === child.pid ? found : undefined;
    }).catch((error: Error) => {
      child.kill('SIGKILL');
      throw error;
    });
    if (!client) throw new Error(`the control process ended: ${readFileSync(outputFile, 'utf8')}`);
    return new ControlProcess(child, client, exited);
  }

  /** The value of an answer; a failure is thrown with its text. */
  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
    const result = await this.client.invoke(name, request);
    if (result.ok) return result.value;
    const { title, message } = describeFailure(result.failure);
    throw new Error(`${name}: ${title}. ${message}`);
  }

  /** Starts broker and job, and waits for them; returns where the broker is. */
  async startPipeline(): Promise<string> {
    await this.ask('pipeline.start', { only: 'streamingJob' });
    const pipeline = await until('the pipeline runs', async () => {
      const { pipeline } = await this.ask('overview.read', {});
      const hasSettled = ['running', 'degraded', 'failed'].includes(pipeline.state);
      return hasSettled ? pipeline : undefined;
    });
    if (pipeline.failure) throw new Error(describeFailure(pipeline.failure).message);
    return pipeline.bootstrapServers!;
  }

  /** The process id of a service; null while it does not run. Fails when it was given up. */
  async pidOf(name: ServiceName): Promise<number | null> {
    const { pipeline } = await this.ask('overview.read', {});
    const status = pipeline.services[name];
    if (status.state === 'failed') throw new Error(`${name} was given up`);
    return status.state === 'running' ? status.pid : null;
  }

  /** Kills it without a word; returns when it and its services are gone. */
  async kill(): Promise<void> {
    const pids = [await this.pidOf('broker'), await this.pidOf('streamingJob')];
    this.child.kill('SIGKILL');
    await this.exited;
    this.client.close();
    await until('its services end by themselves', () =>
      pids.every((pid) => pid === null || !isProcessAlive(pid)) ? true : undefined,
    );
  }

  /** Ends it in order; killed when it does not end. */
  async quit(): Promise<void> {
    await this.client.invoke('app.quit', {});
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    await this.exited;
    clearTimeout(timer);
    this.client.close();
  }
}
