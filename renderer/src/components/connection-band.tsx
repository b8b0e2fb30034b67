import { formatClockSeconds } from '../format/time';
import { t } from '../languages/language';
import { reopeningLimitMs } from '../state/connection-store';
import { useNowMs, useStores } from '../state/stores';
import { Icon } from './icon';
import { Announced } from './state-announcer';

/** Says that nothing on the page moves any more, since when, and when the next attempt is made. */
export function ConnectionBand() {
  const connection = useStores('connection', (state) => state.connection);
  const reopening = useStores('connection', (state) => state.reopening);
  const retryNow = useStores('connection', (state) => state.retryNow);
  const lastAtMs = useStores('overview', (state) => state.receivedAtMs);
  const nowMs = useNowMs();
  if (connection.kind === 'refused')
    return (
      <div className="band tone-red" role="alert">
        <Icon name="octagon" />
        <strong>{t('connection.refused')}</strong>
        <span>{t('connection.refusedFix')}</span>
      </div>
    );
  if (reopening === 'overdue') return <OverdueBand isLost={connection.kind === 'lost'} />;
  if (reopening === 'expected')
    return (
      <div className="band tone-blue">
        <Announced text={`${t('connection.reopening')}. ${t('connection.reopeningDetail')}`} />
        <Icon name="arc" spins />
        <strong>{t('connection.reopening')}</strong>
        <span>{t('connection.reopeningDetail')}</span>
      </div>
    );
  if (connection.kind !== 'lost') return null;
  const seconds = Math.max(0, Math.ceil(((connection.retryAtMs ?? nowMs) - nowMs) / 1000));
  const lost = connection.hasEnded ? 'connection.ended' : 'connection.lost';
  const retry = seconds > 0 ? t('connection.retryIn', { seconds }) : t('connection.retrying');
  return (
    <div className="band tone-amber" role="alert">
      <Icon name="unplugged" />
      <strong>
        {lastAtMs === null
          ? t('connection.lostBeforeData')
          : t(lost, { time: formatClockSeconds(lastAtMs) })}
      </strong>
      {/* The countdown is for the eye: read aloud each second it would be noise. */}
      <span aria-live="off">{connection.hasEnded ? t('connection.endedFix') : retry}</span>
      <button type="button" className="button" onClick={retryNow}>
        {t('connection.retryNow')}
      </button>
    </div>
  );
}

/** What was to open again has not: what to do, and that this page does not wait for nothing. */
function OverdueBand({ isLost }: { isLost: boolean }) {
  const retryNow = useStores('connection', (state) => state.retryNow);
  const endReopening = useStores('connection', (state) => state.endReopening);
  return (
    <div className="band tone-amber" role="alert">
      <Icon name="unplugged" />
      <strong>{t('connection.overdue', { seconds: reopeningLimitMs / 1000 })}</strong>
      <span>{t('connection.overdueFix')}</span>
      <button type="button" className="button" onClick={isLost ? retryNow : endReopening}>
        {t(isLost ? 'connection.retryNow' : 'failure.dismiss')}
      </button>
    </div>
  );
}
