import type { PipelinePart } from '../../../../main/contract/pipeline';
import type { ComponentHealth } from '../../../../main/contract/service';
import { failureText } from '../../languages/failure-text';
import { Icon } from '../../components/icon';
import { Announced } from '../../components/state-announcer';
import { formatDuration, formatElapsed } from '../../format/time';
import { labelled, t } from '../../languages/language';
import { useStores } from '../../state/stores';
import type { Restart } from '../../state/restart-store';
import { partPlaces } from './part-places';
import { PlaceLink } from './panel-link';

/** Restart, Logs, Details; a restart says how far it is, and why it failed. */
export function PartActions(props: { component: ComponentHealth['component']; nowMs: number }) {
  const { component, nowMs } = props;
  const topic = useStores('overview', (state) => state.overview?.lag?.topic ?? null);
  const state = useStores('overview', (state) => state.overview?.pipeline.state ?? null);
  const topicPath = topic === null ? '/kafka' : `/kafka/topics/${encodeURIComponent(topic)}`;
  const { restarts, logSource, details } = partPlaces(component, topicPath);
  const part = t(`parts.names.${component}`);
  const canRestart = restarts !== null && (state === 'running' || state === 'degraded');
  return (
    <div className="part-actions">
      {canRestart && <RestartButton target={restarts} name={part} nowMs={nowMs} />}
      <PlaceLink
        href={`/logs?source=${logSource}`}
        className="part-action"
        label={t('parts.logsOf', { part })}
      >
        {t('parts.logs')}
      </PlaceLink>
      <PlaceLink href={details} className="part-action" label={t('parts.detailsOf', { part })}>
        {t('parts.details')}
      </PlaceLink>
    </div>
  );
}

function RestartButton(props: { target: PipelinePart; name: string; nowMs: number }) {
  const { target, name, nowMs } = props;
  const restart = useStores('restarts', (state) => state.restarts[target] ?? null);
  const run = useStores('restarts', (state) => state.restart);
  const isRunning = restart?.kind === 'running';
  return (
    <>
      <button
        type="button"
        className="part-action"
        aria-label={t('parts.restartPart', { part: name })}
        aria-disabled={isRunning}
        onClick={() => void run(target)}
      >
        <Icon name={isRunning ? 'arc' : 'restart'} spins={isRunning} />
        {isRunning
          ? t('parts.restarting', { elapsed: formatElapsed(nowMs - restart.sinceMs) })
          : t('parts.restart')}
      </button>
      {restart && <RestartOutcome target={target} restart={restart} />}
    </>
  );
}

/** How a restart ended, until it is dismissed. */
function RestartOutcome({ target, restart }: { target: PipelinePart; restart: Restart }) {
  const dismiss = useStores('restarts', (state) => state.dismiss);
  if (restart.kind === 'running') return null;
  const failure = restart.kind === 'failed' ? failureText(restart.failure) : null;
  const done =
    restart.kind === 'done' ? t('parts.restarted', { took: formatDuration(restart.tookMs) }) : '';
  return (
    <span
      className={failure ? 'part-outcome tone-red' : 'part-outcome tone-green'}
      role={failure ? 'alert' : undefined}
      title={failure ? `${failure.message} ${failure.fix}` : undefined}
    >
      {failure ? labelled(t('parts.notRestarted'), `${failure.title}. ${failure.fix}`) : done}
      <Announced text={done} />
      <button
        type="button"
        className="part-dismiss"
        aria-label={t('parts.dismiss')}
        onClick={() => dismiss(target)}
      >
        <Icon name="cross" />
      </button>
    </span>
  );
}
