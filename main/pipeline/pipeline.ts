import { toFailure, type Failure } from '../contract/failure';
import type { PipelineState, PipelineStep } from '../contract/pipeline';
import { runStartSteps, runStopSteps } from './run-steps';
import type { PipelineParts } from './pipeline-parts';

/** The phase of the pipeline as a whole; `degraded` is `running` with a part that is not healthy. */
export interface PipelinePhase {
  readonly state: Exclude<PipelineState, 'degraded'>;
  readonly sinceMs: number;
  readonly step: PipelineStep | null;
  readonly failure: Failure | null;
}

/**
 * Start and Stop of everything, in order. One operation at a time: a second start joins the first;
 * a stop cancels a start at any step and runs the stop steps for what was already started.
 */
export class Pipeline {
  private current: PipelinePhase = phase('stopped');
  private starting: { cancel: AbortController; done: Promise<void> } | null = null;
  private stopping: Promise<void> | null = null;

  constructor(
    private readonly parts: PipelineParts,
    private readonly onChange: (phase: PipelinePhase) => void,
  ) {}

  get phase(): PipelinePhase {
    return this.current;
  }

  /** Resolves when the pipeline runs, has failed or was stopped: read `phase` for which. */
  start(): Promise<void> {
    if (this.stopping) return this.stopping.then(() => this.start());
    if (this.starting) return this.starting.done;
    if (this.current.state === 'running') return Promise.resolve();
    const cancel = new AbortController();
    const done = this.runStart(cancel.signal).finally(() => (this.starting = null));
    this.starting = { cancel, done };
    return done;
  }

  /** Resolves when nothing of the pipeline runs any more. Never rejects. */
  stop(): Promise<void> {
    this.stopping ??= this.runStop().finally(() => (this.stopping = null));
    return this.stopping;
  }

  private async runStart(signal: AbortSignal): Promise<void> {
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
    if (this.current.state === 'stopped') return;
    this.enter(phase('stopping'));
    const starting = this.starting;
    starting?.cancel.abort();
    await this.stopParts();
    await starting?.done;
    // The cancelled start may have started one more part before it saw the cancel.
    if (starting) await this.stopParts();
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
