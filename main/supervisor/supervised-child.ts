import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { groupEndsWithin, killRemainder, signalGroup } from './process-group';
import type { ServiceSpec } from './service-spec';
import { settlesWithin } from './settles-within';
import { LineSplitter } from './split-lines';

/** Whatever its leader has started is killed with it, and is gone after a few milliseconds. */
const groupDeadlineMs = 2_000;
/** A process that left the group may hold the pipes open; what it says is not waited for. */
const outputDeadlineMs = 1_000;

export type OutputStream = 'stdout' | 'stderr';

/** Takes complete lines; nothing more is read from the child until the promise resolves. */
export type TakeLines = (stream: OutputStream, lines: string[]) => Promise<void>;

/** Exit code, or the signal that has ended the process; the other one is null. */
export interface ChildExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** One child process that leads a group of its own: its lines, its real end, and how to end it. */
export class SupervisedChild {
  /** Aborted the moment the process itself is gone. */
  readonly gone: AbortSignal;
  /** Resolves when process and group are gone and the output is read. Never rejects. */
  readonly exited: Promise<ChildExit>;
  private ending: Promise<ChildExit> | null = null;

  constructor(
    readonly pid: number,
    private readonly child: ChildProcess,
    takeLines: TakeLines,
    /** Called when no process of the group lives any more; never rejects. */
    private readonly afterGroup: () => Promise<void>,
  ) {
    const gone = new AbortController();
    this.gone = gone.signal;
    // A process that ends while it is being written to breaks the pipe; its exit says all.
    child.stdin?.on('error', () => undefined);
    const output = Promise.allSettled([
      readLines(child.stdout, (lines) => takeLines('stdout', lines)),
      readLines(child.stderr, (lines) => takeLines('stderr', lines)),
    ]);
    const exit = new Promise<ChildExit>((resolve) => {
      child.once('exit', (exitCode, signal) => {
        gone.abort();
        // What it has started must not outlive it; at once, while its id can be nobody else's.
        killRemainder(pid);
        resolve({ exitCode, signal });
      });
    });
    this.exited = exit.then((how) => this.afterExit(how, output));
  }

  /** Writes one line to its stdin. */
  send(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  /**
   * Ask by a line on stdin → deadline → SIGTERM to the group → deadline → SIGKILL to the group;
   * resolves when they are really gone. Another call joins.
   */
  end(stop: ServiceSpec['stop']): Promise<ChildExit> {
    this.ending ??= this.escalate(stop);
    return this.ending;
  }

  private async escalate({ stopLine, askDeadlineMs, termDeadlineMs }: ServiceSpec['stop']) {
    if (this.gone.aborted) return this.exited;
    // Stdin stays open: its end would mean that the parent is gone.
    this.send(stopLine);
    if (await this.goneWithin(askDeadlineMs)) return this.exited;
    signalGroup(this.pid, 'SIGTERM');
    if (await this.goneWithin(termDeadlineMs)) return this.exited;
    signalGroup(this.pid, 'SIGKILL');
    return this.exited;
  }

  private async goneWithin(deadlineMs: number): Promise<boolean> {
    if (this.gone.aborted) return true;
    const gone = new Promise((resolve) => this.gone.addEventListener('abort', resolve));
    return settlesWithin(gone, deadlineMs);
  }

  private async afterExit(exit: ChildExit, output: Promise<unknown>): Promise<ChildExit> {
    await groupEndsWithin(this.pid, groupDeadlineMs);
    await this.afterGroup();
    await settlesWithin(output, outputDeadlineMs);
    for (const pipe of [this.child.stdin, this.child.stdout, this.child.stderr]) pipe?.destroy();
    return exit;
  }
}

async function readLines(
  pipe: Readable | null,
  take: (lines: string[]) => Promise<void>,
): Promise<void> {
  const splitter = new LineSplitter();
  try {
    for await (const piece of pipe ?? []) await take(splitter.push(piece as Buffer));
  } catch {
    // The pipe was destroyed before its end: see `outputDeadlineMs`.
  }
  await take(splitter.end());
}
