import { failed, type Failure } from '../contract/failure';
import type { ServiceName } from '../contract/service';
import type { Readiness } from './readiness';
import type { RestartPlan } from './restart-delay';
import type { ServiceSpec } from './service-spec';
import type { ChildExit } from './supervised-child';

/** The program could not even be started: it is missing, or may not be run. */
export function commandFailed(spec: ServiceSpec, cause: unknown): Failure {
  const reason = cause instanceof Error ? cause.message : 'it could not be started';
  const facts = { service: spec.name, command: spec.command, reason };
  return failed('SERVICE_COMMAND_FAILED', facts).failure;
}

/** Why a service is not ready; null when it is, or when the wait was aborted. */
export function whyNotReady(spec: ServiceSpec, readiness: Readiness): Failure | null {
  if (readiness.kind === 'hopeless') return readiness.failure;
  if (readiness.kind !== 'late') return null;
  const { deadlineMs } = spec.readiness;
  const facts = { service: spec.name, deadlineMs, reason: readiness.reason };
  return failed('SERVICE_NOT_READY', facts).failure;
}

/** The child ended though nobody had asked for it: what its spec says of such an end, or the code. */
export function serviceExited(spec: ServiceSpec, exit: ChildExit): Failure {
  const { exitCode, signal } = exit;
  const facts = { service: spec.name, exitCode, signal };
  return spec.explainExit?.(exit) ?? failed('SERVICE_EXITED', facts).failure;
}

/**
 * It ended too often to be started once more; the lines are those of the last time. What explains
 * the end by itself says more than a count.
 */
export function keepsFailing(
  service: ServiceName,
  { recentLosses }: RestartPlan,
  last: Failure,
): Failure {
  const { code, lastLogLines } = last;
  if (!code.startsWith('SERVICE_') && code !== 'INTERNAL') return last;
  return failed('SERVICE_KEEPS_FAILING', { service, attempts: recentLosses }, lastLogLines).failure;
}
