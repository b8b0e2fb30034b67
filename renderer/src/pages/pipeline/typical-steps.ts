import type { Run, RunStep } from '../../../../main/contract/runs';

/**
 * How long a step usually takes, in milliseconds: the median of the same step in the other runs that
 * are listed, as far as it was done there. Null: it was done in none of them.
 */
export function typicalMs(runs: readonly Run[], run: Run, step: RunStep): number | null {
  const took = runs
    .filter(({ runId, pack }) => runId !== run.runId && pack === run.pack)
    .flatMap(({ steps }) => steps)
    .filter((one) => one.operation === step.operation && one.step === step.step)
    .flatMap(({ status, startedAtMs, endedAtMs }) =>
      status === 'done' && endedAtMs !== null ? [endedAtMs - startedAtMs] : [],
    )
    .sort((one, other) => one - other);
  const [low, high] = [took[Math.floor((took.length - 1) / 2)], took[Math.floor(took.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
