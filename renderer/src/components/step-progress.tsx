import type { PipelineStep } from '../../../main/contract/pipeline';

/** The steps of a start or stop as segments; the words beside it say the same, so it is hidden. */
export function StepProgress({ step }: { step: PipelineStep }) {
  const steps = Array.from({ length: step.count }, (_, index) => index + 1);
  return (
    <span className="step-progress" aria-hidden="true">
      {steps.map((number) => (
        <i
          key={number}
          className={number < step.number ? 'done' : number === step.number ? 'now' : ''}
        />
      ))}
    </span>
  );
}
