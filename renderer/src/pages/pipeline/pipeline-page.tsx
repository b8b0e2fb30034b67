import { FailureCard } from '../../components/failure-card';
import { useStores } from '../../state/stores';
import { Parts } from './parts';
import { RevenuePanel } from './revenue-panel';
import { Strip } from './strip';

/** Is it running, is it healthy, and what does it earn? */
export function PipelinePage() {
  const pipelineFailure = useStores(
    'overview',
    (state) => state.overview?.pipeline.failure ?? null,
  );
  const commandFailure = useStores('overview', (state) => state.commandFailure);
  const dismiss = useStores('overview', (state) => state.dismiss);
  return (
    <main className="pipeline-page">
      {pipelineFailure && <FailureCard failure={pipelineFailure} />}
      {/* A refused start usually is the pipeline's own failure: said once. */}
      {commandFailure && commandFailure.code !== pipelineFailure?.code && (
        <FailureCard failure={commandFailure} onDismiss={dismiss} />
      )}
      <div className="pipeline-columns">
        <Parts />
        <div className="pipeline-figures">
          <Strip />
          <RevenuePanel />
        </div>
      </div>
    </main>
  );
}
