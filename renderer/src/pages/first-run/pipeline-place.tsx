import { PipelinePage } from '../pipeline/pipeline-page';
import { FirstRunPage } from './first-run-page';
import { useFirstRun } from './use-first-run';

/** The Pipeline place: in a new data folder the first screen, from the first start on the pipeline. */
export function PipelinePlace() {
  const firstRun = useFirstRun();
  switch (firstRun.kind) {
    case 'unknown':
      return <main className="page" />;
    case 'no':
      return <PipelinePage />;
    case 'yes':
      return <FirstRunPage facts={firstRun.facts} />;
  }
}
