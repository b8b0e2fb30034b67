import { useEffect, useState } from 'react';
import type { Run } from '../../../../main/contract/runs';
import { AnswerNote } from '../../components/answer-note';
import { Badge } from '../../components/badge';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { formatDuration, formatElapsed, formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { PanelState } from '../../components/panel-state';
import { runAppearance } from './run-appearance';
import { RunSteps } from './run-steps';
import { typicalMs } from './typical-steps';

/** Every start with its steps, what they put out and what was logged meanwhile. */
export function RunsPanel() {
  // A run changes with each state and each step.
  const phase = useStores('overview', (state) => {
    const pipeline = state.overview?.pipeline;
    return `${pipeline?.state} ${pipeline?.sinceMs} ${pipeline?.step?.name}`;
  });
  const client = useClient();
  const [onces, setOnces] = useState(0);
  // A run once changes no state of a pipeline that runs.
  useEffect(
    () =>
      client.on('event.logged', ({ told }) => {
        if (told && 'sentence' in told && told.sentence.name === 'runOnce')
          setOnces((count) => count + 1);
      }),
    [client],
  );
  const answer = useRequest('runs.read', { limit: 20 }, `${phase} ${onces}`);
  const { view, value, reload } = answer;
  return (
    <Panel
      learn="orchestration"
      title={t('runs.title')}
      unit={t('runs.unit')}
      className="runs"
      aside={<AnswerNote answer={answer} limitMs={null} />}
    >
      {value && value.runs.length > 0 ? (
        <ul className="run-list" tabIndex={0} aria-label={t('runs.title')}>
          {value.runs.map((run, index) => (
            <RunRow key={run.runId} run={run} runs={value.runs} isFirst={index === 0} />
          ))}
        </ul>
      ) : (
        <PanelState view={view} onRetry={reload} willAppear={t('runs.none')} />
      )}
    </Panel>
  );
}

function RunRow({ run, runs, isFirst }: { run: Run; runs: readonly Run[]; isFirst: boolean }) {
  const nowMs = useNowMs();
  const { status, startedAtMs, runningAtMs, endedAtMs, failure } = run;
  return (
    <li>
      <details className="run" open={isFirst}>
        <summary>
          <Icon name="chevron" />
          <span className="run-time">{formatMoment(startedAtMs)}</span>
          <Badge {...runAppearance[status]} word={t(`runs.status.${status}`)} />
          <span className="run-facts">
            {runningAtMs !== null &&
              `${t('runs.readyIn', { took: formatDuration(runningAtMs - startedAtMs) })} · `}
            {t('runs.ran', { elapsed: formatElapsed((endedAtMs ?? nowMs) - startedAtMs) })}
            {failure && ` · ${failure}`}
          </span>
        </summary>
        {run.steps.length > 0 && (
          <RunSteps
            steps={run.steps}
            nowMs={nowMs}
            typicalMs={(step) => typicalMs(runs, run, step)}
          />
        )}
      </details>
    </li>
  );
}
