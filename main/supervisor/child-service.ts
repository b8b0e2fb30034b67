import { failed, FailureError, toFailure, type Failure } from '../contract/failure';
import type { ServiceName, ServiceStatus } from '../contract/service';
import type { DataPaths } from '../settings/paths';
import { ChildProcess, type ChildExit } from './child-process';
import { waitUntilReady } from './readiness';
import { restartDelayMs } from './restart-delay';
import { removeRunFile, writeRunFile } from './run-files';
import { ServiceLog } from './service-log';
import type { ServiceSpec } from './service-spec';
import { transition, type ServiceEvent } from './service-state';

const logLinesOfFailure = 40;

export interface ChildServiceOptions {
  readonly paths: DataPaths;
  readonly onStatus: (status: ServiceStatus) => void;
  /** Every line of the service's stdout; stderr goes to the log alone. */
  readonly onLine?: (line: string) => void;
  /** Called before each start of the process, also an automatic one. */
  readonly onStarting?: () => void;
}

/** Keeps one service running as its spec says: readiness, deadlines, backoff, run file, log. */
export class ChildService {
  private current: ServiceStatus = { state: 'stopped' };
  private child: ChildProcess | null = null;
  private attemptAborter = new AbortController();
  private restartTimer: NodeJS.Timeout | null = null;
  private restartsAtMs: number[] = [];
  private starting: Promise<void> | null = null;
  private stopping: Promise<void> | null = null;
  private readonly log: ServiceLog;

  constructor(
    readonly name: ServiceName,
    private readonly options: ChildServiceOptions,
  ) {
    this.log = new ServiceLog(options.paths.log(name));
  }

  get status(): ServiceStatus {
    return this.current;
  }

  /** Resolves when the service is ready; throws why not. A running service stays as it is. */
  async start(spec: ServiceSpec): Promise<void> {
    await this.stopping;
    if (this.current.state === 'running') return;
    if (this.starting) return this.starting;
    this.restartsAtMs = [];
    this.apply({ type: 'start', atMs: Date.now() });
    this.starting = this.attempt(spec).finally(() => (this.starting = null));
    return this.starting;
  }

  /** Resolves when no process of the service is left. Joins a stop that is under way. */
  stop(): Promise<void> {
    this.stopping ??= this.runStop().finally(() => (this.stopping = null));
    return this.stopping;
  }

  /** Lets go of the log file, after the last stop. */
  close(): Promise<void> {
    return this.log.close();
  }

  private async attempt(spec: ServiceSpec): Promise<void> {
    const aborter = new AbortController();
    this.attemptAborter = aborter;
    let child: ChildProcess | null = null;
    try {
      this.options.onStarting?.();
      child = await ChildProcess.start(spec, (line, stream) => this.take(line, stream));
      if (aborter.signal.aborted) {
        await child.stop();
        throw failed('REQUEST_CANCELLED', { request: `starting the ${this.name}` });
      }
      await this.becomeReady(spec, child, aborter.signal);
    } catch (error) {
      const failure = toFailure(error);
      if (!aborter.signal.aborted) this.apply({ type: 'gaveUp', failure });
      throw new FailureError(failure);
    }
  }

  /** Waits for the proof of readiness, or for the exit that comes before it. */
  private async becomeReady(spec: ServiceSpec, child: ChildProcess, signal: AbortSignal) {
    this.child = child;
    writeRunFile(this.options.paths.runFile(this.name), child.pid, spec.command);
    const wait = new AbortController();
    const endWait = () => wait.abort();
    signal.addEventListener('abort', endWait, { once: true });
    const ready = waitUntilReady(spec.readiness, wait.signal).then(
      (reason) => ({ reason }),
      () => ({ cancelled: true }) as const,
    );
    const outcome = await Promise.race([ready, child.exited]);
    endWait();
    if ('exitCode' in outcome) {
      this.forget(child);
      if (signal.aborted) throw failed('REQUEST_CANCELLED', { request: `starting ${this.name}` });
      throw new FailureError(this.exitFailure(outcome));
    }
    if ('cancelled' in outcome) {
      await child.stop();
      throw failed('REQUEST_CANCELLED', { request: `starting the ${this.name}` });
    }
    if (outcome.reason !== null) {
      await child.stop();
      this.forget(child);
      const { deadlineMs } = spec.readiness;
      const facts = { service: this.name, deadlineMs, reason: outcome.reason };
      throw failed('SERVICE_NOT_READY', facts, this.log.lastLines(logLinesOfFailure));
    }
    this.apply({ type: 'ready', pid: child.pid, atMs: Date.now() });
    void child.exited.then((exit) => this.afterExit(spec, child, exit));
  }

  private afterExit(spec: ServiceSpec, child: ChildProcess, exit: ChildExit): void {
    // A process that is not ours any more has nothing to say about the service.
    if (!Object.is(this.child, child) || this.current.state === 'stopping') return;
    this.forget(child);
    this.planRestart(spec, this.exitFailure(exit));
  }

  private planRestart(spec: ServiceSpec, cause: Failure): void {
    const nowMs = Date.now();
    const delayMs = restartDelayMs(this.restartsAtMs, nowMs);
    const attempt = this.restartsAtMs.length + 1;
    if (delayMs === null) {
      const facts = { service: this.name, attempts: attempt };
      const { failure } = failed('SERVICE_KEEPS_FAILING', facts, cause.lastLogLines);
      return this.apply({ type: 'exited', failure, attempt, restartAtMs: null });
    }
    this.restartsAtMs.push(nowMs);
    this.apply({ type: 'exited', failure: cause, attempt, restartAtMs: nowMs + delayMs });
    this.restartTimer = setTimeout(() => void this.restart(spec, attempt), delayMs);
  }

  private async restart(spec: ServiceSpec, attempt: number): Promise<void> {
    this.apply({ type: 'restart', attempt: attempt + 1, atMs: Date.now() });
    if (this.current.state !== 'starting') return;
    const work = this.attempt(spec);
    this.starting = work.finally(() => (this.starting = null));
    await this.starting.catch((error: unknown) => {
      if (this.current.state !== 'failed') return;
      // A restart that fails is tried again, unlike a first start.
      this.current = { state: 'starting', attempt, sinceMs: Date.now() };
      this.planRestart(spec, toFailure(error));
    });
  }

  private async runStop(): Promise<void> {
    if (this.restartTimer) clearTimeout(this.restartTimer);
    this.apply({ type: 'stop', atMs: Date.now() });
    this.attemptAborter.abort();
    await this.starting?.catch(() => undefined);
    const child = this.child;
    if (child) {
      await child.stop();
      this.forget(child);
    }
    this.apply({ type: 'ended' });
  }

  private forget(child: ChildProcess): void {
    if (!Object.is(this.child, child)) return;
    this.child = null;
    removeRunFile(this.options.paths.runFile(this.name));
  }

  private exitFailure({ exitCode, signal }: ChildExit): Failure {
    const facts = { service: this.name, exitCode, signal };
    return failed('SERVICE_EXITED', facts, this.log.lastLines(logLinesOfFailure)).failure;
  }

  private take(line: string, stream: 'stdout' | 'stderr'): void {
    this.log.write(line);
    if (stream === 'stdout') this.options.onLine?.(line);
  }

  private apply(event: ServiceEvent): void {
    const next = transition(this.current, event);
    if (next === this.current) return;
    this.current = next;
    this.options.onStatus(next);
  }
}
