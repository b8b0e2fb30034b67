import type { Failure } from '../contract/failure';
import type { PipelineState, PipelineStep } from '../contract/pipeline';
import type { History } from './history';
import type { HistoryRow } from './history-tables';

/** What of the pipeline's phase a run is made of. */
export interface RunPhase {
  readonly state: PipelineState;
  readonly sinceMs: number;
  readonly step: PipelineStep | null;
  readonly failure: Failure | null;
}

const excerptLines = 20;

/**
 * Keeps `ops.runs` and `ops.run_steps`: a run goes from a start to the end of its stop, its steps
 * have what the app logged meanwhile, and `outputs` what was known at their end.
 */
export class RunRecorder {
  private run: HistoryRow<'runs'> | null = null;
  private step: HistoryRow<'run_steps'> | null = null;
  private steps = 0;
  private excerpt: string[] = [];

  constructor(
    private readonly history: Pick<History, 'add'>,
    private readonly pack: string,
    private readonly readOutputs: () => Readonly<Record<string, string | number | null>>,
  ) {}

  /** A line of the app's event log: it belongs to the step that goes on. */
  note(message: string): void {
    if (this.step !== null && this.excerpt.length < excerptLines) this.excerpt.push(message);
  }

  /** Each new phase or step of the pipeline, in order. */
  follow(phase: RunPhase, nowMs: number): void {
    const { state, step, failure } = phase;
    if (this.run === null && (state === 'checking' || state === 'starting')) this.begin(nowMs);
    if (this.run === null) return;
    const isSameStep = this.step !== null && step !== null && this.step.started_at === step.sinceMs;
    if (!isSameStep) this.endStep(failure ? 'failed' : 'done', nowMs);
    if (step !== null && !isSameStep) this.beginStep(state, step);
    const isOver = state === 'stopped' || state === 'failed';
    this.writeRun({
      ...this.run,
      status: state,
      running_at: this.run.running_at ?? (state === 'running' ? nowMs : null),
      ended_at: isOver ? nowMs : null,
      failure: failure?.code ?? this.run.failure,
    });
    if (isOver) this.run = null;
  }

  private begin(nowMs: number): void {
    this.steps = 0;
    this.run = {
      run_id: `${this.pack}-${nowMs}`,
      pack: this.pack,
      status: 'checking',
      started_at: nowMs,
      running_at: null,
      ended_at: null,
      failure: null,
    };
  }

  private beginStep(state: PipelineState, step: PipelineStep): void {
    this.excerpt = [];
    this.steps += 1;
    this.writeStep({
      run_id: this.run!.run_id,
      number: this.steps,
      operation: state === 'stopping' ? 'stop' : 'start',
      step: step.name,
      status: 'running',
      started_at: step.sinceMs,
      ended_at: null,
      outputs: null,
      log_excerpt: null,
    });
  }

  private endStep(status: 'done' | 'failed', nowMs: number): void {
    if (this.step === null) return;
    const ended = {
      ...this.step,
      status,
      ended_at: nowMs,
      outputs: JSON.stringify(this.readOutputs()),
      log_excerpt: this.excerpt.length === 0 ? null : this.excerpt.join('\n'),
    };
    this.history.add('run_steps', ended);
    this.step = null;
  }

  private writeStep(step: HistoryRow<'run_steps'>): void {
    this.step = step;
    this.history.add('run_steps', step);
  }

  private writeRun(run: HistoryRow<'runs'>): void {
    const isNew = JSON.stringify(run) !== JSON.stringify(this.run);
    this.run = run;
    if (isNew) this.history.add('runs', run);
  }
}
