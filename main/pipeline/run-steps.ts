import { startSteps, stopSteps, type OnlyPart, type PipelineStep } from '../contract/pipeline';

type StepName = PipelineStep['name'];
/** Work of each step of a start or a stop, in the order of the contract's list. */
export type StepWork<N extends string> = { readonly [Name in N]: () => Promise<void> };

async function runSteps<N extends StepName>(
  names: readonly N[],
  work: StepWork<N>,
  onStep: (step: PipelineStep) => void,
): Promise<void> {
  for (const [index, name] of names.entries()) {
    onStep({ name, number: index + 1, count: names.length, sinceMs: Date.now() });
    await work[name]();
  }
}

/** Start steps that are left out where only this part is wanted beside the broker. */
const leftOut: Record<OnlyPart, readonly StepName[]> = {
  streamingJob: ['producer', 'firstBatch'],
  producer: ['query', 'firstBatch'],
};

/** Runs the start steps one after the other; the first error ends them. `only` null = all. */
export function runStartSteps(
  work: StepWork<(typeof startSteps)[number]>,
  only: OnlyPart | null,
  onStep: (step: PipelineStep) => void,
): Promise<void> {
  const names = startSteps.filter((name) => only === null || !leftOut[only].includes(name));
  return runSteps(names, work, onStep);
}

/** Runs the stop steps; each must end whatever state its part is in. */
export function runStopSteps(
  work: StepWork<(typeof stopSteps)[number]>,
  onStep: (step: PipelineStep) => void,
): Promise<void> {
  return runSteps(stopSteps, work, onStep);
}
