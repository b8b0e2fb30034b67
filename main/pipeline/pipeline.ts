import { failed, toFailure, type Failure } from '../contract/failure';
import type { OnlyPart, PipelinePart, PipelineState, PipelineStep } from '../contract/pipeline';
import { runStartSteps, runStopSteps } from './run-steps';
import type { PipelineParts } from './pipeline-parts';

/** The phase of the pipeline as a whole; `degraded` is `running` with a part that is not healthy. */
export interface PipelinePhase {
  readonly state: Exclude<PipelineState, 'degraded'>;
  readonly sinceMs: number;
  readonly step: PipelineStep | null;
  readonly failure: Failure | null;
}

/** Work that a stop cancels and waits for. */
interface Cancellable {
  readonly cancel: AbortController;
  readonly done: Promise<void>;
}

/**
 * Start and Stop of everything, in order, and restarts of one part. One operation at a time: a
 * second start joins the first; a stop cancels a start or restart at any step and runs the stop
 * steps for what was already started.
 */
export class Pipeline {
  private current: PipelinePhase = phase('stopped');
  private starting: Cancellable | null = null;
  private working: (Cancellable & { readonly operation: string }) | null = null;
  private stoppedWork: Promise<unknown> | null = null;
  private stopping: Promise<void> | null = null;

  constructor(
    private readonly parts: PipelineParts,
    private readonly onChange: (phase: PipelinePhase) => void,
  ) {}

  get phase(): PipelinePhase {
    return this.current;
  }

  /**
   * Resolves when the pipeline runs, has failed or was stopped: read `phase` for which. `only`
   * leaves a part out; `restart` adds it later.
   */
  start(only: OnlyPart | null = null): Promise<void> {
    const before = this.stopping ?? this.stoppedWork;
    if (before) return before.then(() => this.start(only));
    if (this.starting) return this.starting.done;
    if (this.current.state === 'running') return Promise.resolve();
    const cancel = new AbortController();
    const done = this.runStart(cancel.signal, only).finally(() => (this.starting = null));
    this.starting = { cancel, done };
    return done;
  }

  /**
   * Restarts one part while the others go on; resolves when it is ready again. Throws like
   * `whileRunning`, or why the part did not start (the others still run).
   */
  restart(part: PipelinePart): Promise<void> {
    return this.whileRunning(`The restart of ${part}`, (signal) =>
      this.parts.restart(part, signal),
    );
  }

  /**
   * Does `work` on the running pipeline, nothing else at the same time; a stop aborts its signal and
   * waits for its end. Throws `PIPELINE_NOT_RUNNING`, `PIPELINE_BUSY`, what `work` throws, or
   * `REQUEST_CANCELLED`, which names `operation`, when a stop came.
   */
  async whileRunning<T>(operation: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    if (this.starting || this.stopping) {
      throw failed('PIPELINE_BUSY', { operation: this.starting ? 'A start' : 'A stop' });
    }
    if (this.working) throw failed('PIPELINE_BUSY', { operation: this.working.operation });
    if (this.current.state !== 'running') throw failed('PIPELINE_NOT_RUNNING');
    const cancel = new AbortController();
    const result = work(cancel.signal);
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    const done = ended.finally(() => (this.working = null));
    this.working = { operation, cancel, done };
    try {
      const value = await result;
      cancel.signal.throwIfAborted();
      return value;
    } catch (error) {
      if (!cancel.signal.aborted) throw error;
      throw failed('REQUEST_CANCELLED', { request: operation });
    }
  }

  /**
   * Does `work` while nothing runs; a start that comes meanwhile waits for its end. Throws
   * `PIPELINE_RUNNING` or `PIPELINE_BUSY`, which name `operation`, or what `work` throws.
   */
  async whileStopped<T>(operation: string, work: () => Promise<T>): Promise<T> {
    const { state } = this.current;
    if (this.starting || this.stopping || this.stoppedWork) {
      throw failed('PIPELINE_BUSY', { operation: 'Another operation' });
    }
    if (state !== 'stopped' && state !== 'failed') throw failed('PIPELINE_RUNNING', { operation });
    const result = work();
    this.stoppedWork = result.catch(() => undefined).finally(() => (this.stoppedWork = null));
    return result;
  }

  /** Resolves when nothing of the pipeline runs any more. Never rejects. */
  stop(): Promise<void> {
    this.stopping ??= this.runStop().finally(() => (this.stopping = null));
    return this.stopping;
  }

  private async runStart(signal: AbortSignal, only: OnlyPart | null): Promise<void> {
    const parts = this.parts;
    this.enter(phase('checking'));
    try {
      await runStartSteps(
        {
          folders: () => parts.checkFolders(),
          port: () => parts.choosePort(),
          broker: () => parts.startBroker(signal),
          topics: () => parts.ensureTopics(signal),
          query: () => parts.startStreamingJob(signal),
          producer: () => parts.startProducer(signal),
          firstBatch: () => parts.waitForFirstBatch(signal),
        },
        only,
        (step) => {
          signal.throwIfAborted();
          const isChecking = step.name === 'folders' || step.name === 'port';
          this.enter({ ...phase(isChecking ? 'checking' : 'starting', this.current), step });
        },
      );
      signal.throwIfAborted();
      this.enter(phase('running'));
    } catch (error) {
      // A cancelled start is ended by the stop that cancelled it.
      if (signal.aborted) return;
      await this.stopParts();
      this.enter({ ...phase('failed'), failure: toFailure(error) });
    }
  }

  private async runStop(): Promise<void> {
    await this.stoppedWork;
    if (this.current.state === 'stopped') return;
    this.enter(phase('stopping'));
    const underWay = this.starting ?? this.working;
    underWay?.cancel.abort();
    await this.stopParts();
    await underWay?.done;
    // The cancelled work may have started one more part before it saw the cancel.
    if (underWay) await this.stopParts();
    this.enter(phase('stopped'));
  }

  private async stopParts(): Promise<void> {
    const parts = this.parts;
    await runStopSteps(
      {
        producerFlush: () => parts.stopProducer(),
        currentBatch: () => parts.askStreamingJobToStop(),
        streamingJob: () => parts.stopStreamingJob(),
        brokerStop: () => parts.stopBroker(),
      },
      (step) => {
        if (this.current.state === 'stopping') this.enter({ ...this.current, step });
      },
    );
  }

  private enter(next: PipelinePhase): void {
    this.current = next;
    this.onChange(next);
  }
}

/** A fresh phase; one that only moves on within checking or starting keeps its age. */
function phase(state: PipelinePhase['state'], before?: PipelinePhase): PipelinePhase {
  const keepsAge = before && (before.state === state || before.state === 'checking');
  const sinceMs = keepsAge ? before.sinceMs : Date.now();
  return { state, sinceMs, step: null, failure: null };
}
