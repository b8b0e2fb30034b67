import { randomUUID } from 'node:crypto';
import { failed } from '../contract/failure';
import type { Compacted, JobAnswer, JobCommand, Vacuumed } from '../contract/job-command';

/** A command that is asked for, before it has its id. */
type Asked<N extends JobCommand['command']> = Omit<Extract<JobCommand, { command: N }>, 'id'>;

/** What is done to which table, as a failure names it. */
interface Work {
  readonly operation: string;
  readonly table: string;
}

/** When to end, and where to tell how far it is. */
interface Control {
  readonly signal: AbortSignal;
  onProgress(percent: number): void;
}

interface Waiting {
  readonly control: Control;
  readonly end: (answer: Exclude<JobAnswer, { kind: 'commandProgress' }> | null) => void;
}

/** Asks the running streaming job to do something, and finds the answer among its lines. */
export class JobCommands {
  private readonly waiting = new Map<string, Waiting>();

  /** `send` writes a line to the job's stdin; false while it does not run. */
  constructor(private readonly send: (line: string) => boolean) {}

  /** Fails like `run`. */
  async compact(command: Asked<'compact'>, control: Control): Promise<Compacted> {
    const work = { operation: 'The compaction', table: command.table };
    const answer = await this.run(work, { ...command, id: randomUUID() }, control);
    if (answer.kind === 'compacted') return answer;
    throw unexpected(work, answer);
  }

  /** Fails like `run`. */
  async vacuum(command: Asked<'vacuum'>, control: Control): Promise<Vacuumed> {
    const work = { operation: 'The vacuum', table: command.table };
    const answer = await this.run(work, { ...command, id: randomUUID() }, control);
    if (answer.kind === 'vacuumed') return answer;
    throw unexpected(work, answer);
  }

  /** Told every answer of the job as it comes. */
  take(answer: JobAnswer): void {
    const waiting = answer.id === null ? undefined : this.waiting.get(answer.id);
    if (answer.kind !== 'commandProgress') waiting?.end(answer);
    else if (answer.of > 0) waiting?.control.onProgress((100 * answer.done) / answer.of);
  }

  /** The job ends: what it has not answered it never will. */
  lose(): void {
    for (const { end } of this.waiting.values()) end(null);
  }

  /**
   * Fails with `UPKEEP_JOB_NOT_RUNNING`, `UPKEEP_FAILED` with the job's own sentence, or
   * `REQUEST_CANCELLED`; what was done before a cancel stays.
   */
  private async run(work: Work, command: JobCommand, control: Control) {
    const { id } = command;
    const { signal } = control;
    const answered = new Promise<Parameters<Waiting['end']>[0]>((end) =>
      this.waiting.set(id, { control, end }),
    );
    const cancel = () => void this.send(JSON.stringify({ command: 'cancel', id }));
    try {
      signal.throwIfAborted();
      if (!this.send(JSON.stringify(command))) throw failed('UPKEEP_JOB_NOT_RUNNING', { ...work });
      signal.addEventListener('abort', cancel, { once: true });
      const answer = await answered;
      if (answer === null || answer.kind === 'commandFailed') {
        signal.throwIfAborted();
        const reason = answer?.message ?? 'The streaming job ended before it was done.';
        throw failed('UPKEEP_FAILED', { ...work, reason });
      }
      return answer;
    } catch (error) {
      throw signal.aborted ? failed('REQUEST_CANCELLED', { request: work.operation }) : error;
    } finally {
      signal.removeEventListener('abort', cancel);
      this.waiting.delete(id);
    }
  }
}

const unexpected = (work: Work, { kind }: JobAnswer) =>
  failed('UPKEEP_FAILED', { ...work, reason: `The streaming job answered "${kind}".` });
