import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { execa } from 'execa';
import { failed, type FailureError } from '../contract/failure';
import type { ServiceSpec } from './service-spec';
import { signalGroup } from './signal-group';

export type LineListener = (line: string, stream: 'stdout' | 'stderr') => void;

export interface ChildExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
}

/** One started process of a service; the only place that starts processes through execa. */
export class ChildProcess {
  private stopping: Promise<ChildExit> | null = null;

  private constructor(
    readonly pid: number,
    private readonly spec: ServiceSpec,
    private readonly writeLine: (line: string) => void,
    /** Resolves when the process has ended and its output was read. */
    readonly exited: Promise<ChildExit>,
  ) {}

  /**
   * Starts the program as leader of a process group of its own, with a stdin that stays open as
   * long as this process lives; fails with `SERVICE_COMMAND_FAILED`.
   */
  static async start(spec: ServiceSpec, onLine: LineListener): Promise<ChildProcess> {
    const subprocess = execa(spec.command, [...spec.args], {
      cwd: spec.workingFolder,
      env: spec.environment,
      stdin: 'pipe',
      stdout: 'pipe',
      stderr: 'pipe',
      buffer: false,
      reject: false,
      // A group of its own: Ctrl-C in the terminal must not reach it before the orderly stop does.
      detached: true,
      cleanup: false,
      windowsHide: true,
    });
    // A process that ends while being written to breaks the pipe; its exit says all.
    subprocess.stdin?.on('error', () => undefined);
    const ended = subprocess.then(({ exitCode, signal, cause }) => ({ exitCode, signal, cause }));
    if (subprocess.pid === undefined) throw commandFailed(spec, (await ended).cause);
    const lines = (['stdout', 'stderr'] as const).map((name) => {
      const reader = createInterface({ input: subprocess[name]!, crlfDelay: Infinity });
      reader.on('line', (line) => onLine(line, name));
      return once(reader, 'close');
    });
    const exited = ended.then(async ({ exitCode, signal }) => {
      // A grandchild may hold the pipes open after the process itself has ended.
      await Promise.race([Promise.all(lines), delay(500)]);
      return { exitCode: exitCode ?? null, signal: signal ?? null };
    });
    const writeLine = (line: string) => void subprocess.stdin?.write(`${line}\n`);
    return new ChildProcess(subprocess.pid, spec, writeLine, exited);
  }

  /**
   * Ask by a line on stdin → deadline → SIGTERM to the group → deadline → SIGKILL to the group;
   * resolves when the process has really ended. A second call joins the first.
   */
  stop(): Promise<ChildExit> {
    this.stopping ??= this.runStop();
    return this.stopping;
  }

  private async runStop(): Promise<ChildExit> {
    const { stopLine, askDeadlineMs, termDeadlineMs } = this.spec.stop;
    this.writeLine(stopLine);
    if (!(await this.hasExitedWithin(askDeadlineMs))) {
      signalGroup(this.pid, 'SIGTERM');
      await this.hasExitedWithin(termDeadlineMs);
    }
    // Also after an orderly end: what the process itself has started must not stay.
    signalGroup(this.pid, 'SIGKILL');
    return this.exited;
  }

  private async hasExitedWithin(deadlineMs: number): Promise<boolean> {
    const timer = new AbortController();
    const late = delay(deadlineMs, false, { signal: timer.signal }).catch(() => false);
    const hasExited = await Promise.race([this.exited.then(() => true), late]);
    timer.abort();
    return hasExited;
  }
}

function commandFailed(spec: ServiceSpec, cause: unknown): FailureError {
  const reason = cause instanceof Error ? cause.message : 'it could not be started';
  return failed('SERVICE_COMMAND_FAILED', { service: spec.name, command: spec.command, reason });
}
