import type { Failure } from '../../../../main/contract/failure';
import { FailureCard } from '../../components/failure-card';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { failureFix } from './failure-fix';

/** Why the pipeline or the last command failed, and what can be done about it. */
export function PipelineFailures() {
  const pipelineFailure = useStores(
    'overview',
    (state) => state.overview?.pipeline.failure ?? null,
  );
  const commandFailure = useStores('overview', (state) => state.commandFailure);
  const dismiss = useStores('overview', (state) => state.dismiss);
  return (
    <>
      {pipelineFailure && <PipelineFailure failure={pipelineFailure} />}
      {/* A refused start usually is the pipeline's own failure: said once. */}
      {commandFailure && commandFailure.code !== pipelineFailure?.code && (
        <PipelineFailure failure={commandFailure} onDismiss={dismiss} />
      )}
    </>
  );
}

/** A failure with its fix, as far as the window has one, and the way to the checks. */
export function PipelineFailure(props: { failure: Failure; onDismiss?: () => void }) {
  const fix = failureFix(props.failure);
  return (
    <FailureCard
      {...props}
      fix={
        fix && (
          <a className="button button-strong" href={`#${fix.href}`}>
            {t(`failure.fixes.${fix.name}`)}
          </a>
        )
      }
      links={
        <a className="button button-quiet" href="#/diagnostics">
          {t('failure.openDiagnostics')}
        </a>
      }
    />
  );
}
