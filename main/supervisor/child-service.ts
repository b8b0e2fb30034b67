import { toFailure, type Failure } from '../contract/failure';
import type { ServiceName, ServiceStatus } from '../contract/service';
import type { DataPaths } from '../settings/paths';
import { startChildProcess } from './child-process';
import { PendingStarts } from './pending-starts';
import { waitUntilReady, type Readiness } from './readiness';
import { planRestart, usualRestartPolicy, type RestartPolicy } from './restart-delay';
import { removeRunFile, writeRunFile } from './run-files';
import { keepsFailing, serviceExited, whyNotReady } from './service-failures';
import { logLinesForPeople } from './log-lines-for-people';
import { ServiceLog } from './service-log';
import type { ServiceSpec } from './service-spec';
import { transition, type ServiceEvent } from './service-state';
import type { OutputStream, SupervisedChild } from './supervised-child';

const logLinesOfFailure = 40;

export interface ChildServiceOptions {
  readonly paths: DataPaths;
  readonly onStatus: (status: ServiceStatus) => void;
  /** Every line that the running child prints; lines of an older child are dropped. */
  readonly onLine?: (line: string, stream: OutputStream) => void;
  /** Called before each start of the program, the automatic ones included. */
  readonly onStarting?: () => void;
  readonly restartPolicy?: RestartPolicy;
}

/** Keeps one service running as its spec says: readiness, deadlines, backoff, run file, log. */
export class ChildService {
  private current: ServiceStatus = { state: 'stopped' };
  private spec: ServiceSpec | null = null;
  private child: SupervisedChild | null = null;
  private attemptEnd = new AbortController();
  private attempt: Promise<void> = Promise.resolve();
  private retryTimer: NodeJS.Timeout | undefined;
  private restartedAtMs: number[] = [];
  private stopping: Promise<void> | null = null;
  private stopCount = 0;
  private readonly starts: PendingStarts;
  private readonly log: ServiceLog;

  constructor(
    readonly name: ServiceName,
    private readonly options: ChildServiceOptions,
  ) {
    this.log = new ServiceLog(options.paths.log(name));
    this.starts = new PendingStarts(name);
  }

  private get policy(): RestartPolicy {
    return this.options.restartPolicy ?? usualRestartPolicy;
  }

  get status(): ServiceStatus {
    return this.current;
  }

  /**
   * Resolves when the service runs; a running one is left as it is and a start under way is joined,
   * so `spec` counts for a new start alone. Throws `SERVICE_COMMAND_FAILED`, `SERVICE_NOT_READY`,
   * `SERVICE_EXITED`, what the probe found hopeless, or `REQUEST_CANCELLED` when a stop came.
   */
  async start(spec: ServiceSpec): Promise<void> {
    const { stopCount } = this;
    await this.stopping;
    if (stopCount !== this.stopCount) throw this.starts.cancelled();
    if (this.current.state === 'running') return;
    const started = this.starts.wait();
    if (this.current.state === 'stopped' || this.current.state === 'failed') {
      this.spec = spec;
      this.restartedAtMs = [];
      this.apply({ kind: 'start', atMs: Date.now() });
      this.begin(spec);
    }
    return started;
  }

  /** Resolves when no process of the service is left; works in every state. Never rejects. */
  stop(): Promise<void> {
    this.stopCount += 1;
    this.stopping ??= this.runStop().finally(() => (this.stopping = null));
    return this.stopping;
  }

  /** Writes one line to the stdin of the running child; false when none runs. */
  send(line: string): boolean {
    if (this.current.state !== 'running' || !this.child) return false;
    this.child.send(line);
    return true;
  }

  /** Lets go of the log file, after the last stop. */
  close(): Promise<void> {
    return this.log.close();
  }

  private async runStop(): Promise<void> {
    clearTimeout(this.retryTimer);
    this.apply({ kind: 'stop', atMs: Date.now() });
    this.attemptEnd.abort();
    if (this.child && this.spec) await this.child.end(this.spec.stop);
    await this.attempt;
  }

  private begin(spec: ServiceSpec): void {
    this.attemptEnd = new AbortController();
    this.attempt = this.runAttempt(spec, this.attemptEnd.signal);
  }

  /** One child from its start to its end. Never rejects. */
  private async runAttempt(spec: ServiceSpec, stop: AbortSignal): Promise<void> {
    const mark = this.log.lineCount;
    const lines = () => logLinesForPeople(this.log.linesSince(mark, logLinesOfFailure));
    const runFile = this.options.paths.runFile(this.name);
    try {
      this.tell(() => this.options.onStarting?.());
      const child = await this.startChild(spec);
      this.child = child;
      // Without a run file only the next launch's search for leftovers suffers.
      const noted = writeRunFile(runFile, child.pid, [spec.command, ...spec.args]).catch(
        (error: unknown) => this.log.note(`no run file: ${String(error)}`),
      );
      const readiness = await this.becomeReady(spec, child, stop);
      if (this.current.state !== 'running') await child.end(spec.stop);
      const exit = await child.exited;
      const sinceMs = this.current.state === 'running' ? this.current.sinceMs : Date.now();
      this.child = null;
      await noted;
      await removeRunFile(runFile);
      if (Date.now() - sinceMs >= this.policy.windowMs) this.restartedAtMs = [];
      const why = whyNotReady(spec, readiness) ?? serviceExited(spec, exit);
      const failure = { ...why, lastLogLines: lines() };
      // A restart that is merely late, as on a busy machine, is tried again like one that ends.
      if (readiness.kind === 'hopeless') this.apply({ kind: 'hopeless', failure });
      this.afterLoss(failure);
    } catch (error) {
      this.afterLoss({ ...toFailure(error), lastLogLines: lines() });
    }
  }

  private async startChild(spec: ServiceSpec): Promise<SupervisedChild> {
    const child = await startChildProcess(spec, async (stream, lines) => {
      // An older child has nothing to say about the service any more.
      if (!Object.is(this.child, child)) return;
      this.log.write(...lines);
      for (const line of lines) this.tell(() => this.options.onLine?.(line, stream));
      await this.log.whenWritable();
    });
    this.log.note(`started ${spec.command} (pid ${child.pid})`);
    return child;
  }

  private async becomeReady(
    spec: ServiceSpec,
    child: SupervisedChild,
    stop: AbortSignal,
  ): Promise<Readiness> {
    const signal = AbortSignal.any([stop, child.gone]);
    const readiness = await waitUntilReady(spec.readiness.probe, { ...spec.readiness, signal });
    if (readiness.kind === 'ready' && !signal.aborted)
      this.apply({ kind: 'ready', pid: child.pid, atMs: Date.now() });
    return readiness;
  }

  /** The child is gone: the end of a stop, a failed start, or the beginning of another attempt. */
  private afterLoss(failure: Failure): void {
    const nowMs = Date.now();
    this.log.note(`ended: ${failure.code} ${JSON.stringify(failure.facts)}`);
    const plan = planRestart(this.restartedAtMs, nowMs, this.policy);
    if (plan.isLast)
      this.apply({ kind: 'attemptsExhausted', failure: keepsFailing(this.name, plan, failure) });
    const retryAtMs = nowMs + plan.delayMs;
    this.apply({ kind: 'exited', failure, retryAttempt: plan.attempt, retryAtMs });
    if (this.current.state === 'backingOff')
      this.retryTimer = setTimeout(() => this.retry(), plan.delayMs);
  }

  private retry(): void {
    this.restartedAtMs.push(Date.now());
    this.apply({ kind: 'timer', atMs: Date.now() });
    if (this.current.state === 'starting' && this.spec) this.begin(this.spec);
  }

  private apply(event: ServiceEvent): void {
    const status = transition(this.current, event);
    if (Object.is(status, this.current)) return;
    this.current = status;
    this.starts.answer(status);
    this.tell(() => this.options.onStatus(status));
  }

  /** A listener's defect must not cost the child its supervision. */
  private tell(listener: () => void): void {
    try {
      listener();
    } catch (error) {
      this.log.note(`A listener failed: ${error instanceof Error ? error.stack : String(error)}`);
    }
  }
}
