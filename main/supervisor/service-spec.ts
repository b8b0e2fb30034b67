import type { Failure } from '../contract/failure';
import type { ServiceName } from '../contract/service';
import type { ChildExit } from './supervised-child';

/** How readiness is asked: resolves when ready, throws while not; called again until the deadline. */
export type ReadinessProbe = (signal: AbortSignal) => Promise<void>;

/**
 * What a supervised service is: a JVM or any other program that reads its stdin. `stopLine` is
 * written to stdin to ask for an orderly end; the program must also end by itself when stdin closes.
 */
export interface ServiceSpec {
  readonly name: ServiceName;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly workingFolder: string;
  /** The program's temporary files; empty at each of its starts, and gone when it is gone. */
  readonly temporaryFolder: string;
  readonly readiness: {
    readonly probe: ReadinessProbe;
    readonly intervalMs: number;
    /** Without readiness, or a word of work on the way to it, for so long the service is late. */
    readonly deadlineMs: number;
    /** When it last told of such work, epoch ms; null: not yet. Absent: it tells of none. */
    readonly workedAtMs?: () => number | null;
  };
  readonly stop: {
    readonly stopLine: string;
    /** After the stop line; then SIGTERM to the process group. */
    readonly askDeadlineMs: number;
    /** After SIGTERM; then SIGKILL to the process group. */
    readonly termDeadlineMs: number;
  };
  /** What an end that nobody asked for means, where the program says so; null: it does not. */
  readonly explainExit?: (exit: ChildExit) => Failure | null;
}
