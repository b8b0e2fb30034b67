import { useEffect, useState } from 'react';
import { formatBytes, formatRate } from '../format/numbers';
import { missing } from '../format/missing';
import { t } from '../languages/language';
import { useClient } from '../state/client-context';
import { useDesktop } from '../state/desktop-context';
import { useNowMs, useStores } from '../state/stores';
import { useRequest } from '../state/use-request';
import { CopyButton } from './copy-button';
import { Icon } from './icon';

/** Addresses that a person takes elsewhere, and what is to be watched from every place. */
export function BottomBar() {
  const broker = useStores('overview', (state) => state.overview?.pipeline.bootstrapServers);
  const app = useStores('app', (state) => state.app);
  return (
    <footer className="bottom-bar" aria-label={t('bottomBar.label')}>
      <span className="bottom-bar-item">
        <span className="bottom-bar-name">{t('bottomBar.broker')}</span>
        {broker ? (
          <>
            <code>{broker}</code>
            <CopyButton text={broker} label={t('copy.action')} />
          </>
        ) : (
          <span>{t('bottomBar.noBroker')}</span>
        )}
      </span>
      <SparkUi />
      <ProducerRate />
      <OpenAlerts />
      {app && (
        <>
          <span className="bottom-bar-item bottom-bar-folder">
            <span className="bottom-bar-name">{t('bottomBar.dataFolder')}</span>
            <code title={app.dataFolder}>{app.dataFolder}</code>
            <CopyButton text={app.dataFolder} label={t('copy.action')} />
          </span>
          <FreeDisk />
          <span className="bottom-bar-item bottom-bar-version">
            {t('bottomBar.version', { version: app.version })}
          </span>
        </>
      )}
    </footer>
  );
}

/** Spark's own pages, where a setting has them served. */
function SparkUi() {
  const address = useStores('overview', (state) => state.overview?.pipeline.sparkUi ?? null);
  const desktop = useDesktop();
  if (address === null) return null;
  return (
    <a
      className="bottom-bar-item"
      href={address}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (!desktop) return;
        event.preventDefault();
        desktop.request('desktop.openSparkUi', {}).catch(() => undefined);
      }}
    >
      {t('bars.sparkUi')}
    </a>
  );
}

function ProducerRate() {
  const producer = useStores('overview', (state) => state.overview?.producer ?? null);
  const isSending = producer !== null && producer.state !== 'stopped';
  return (
    <span className="bottom-bar-item">
      <span className="bottom-bar-name">{t('bars.producer')}</span>
      {isSending ? t('bars.rate', { rate: formatRate(producer.sentPerSecond) }) : missing}
    </span>
  );
}

/** How many alerts go on that are not muted, whatever place is open; leads to them. */
function OpenAlerts() {
  const client = useClient();
  const [changes, setChanges] = useState(0);
  useEffect(() => client.on('alert.changed', () => setChanges((count) => count + 1)), [client]);
  const report = useRequest('alerts.read', {}, changes).value;
  if (report === null) return null;
  const alerts = report.active.filter(({ muted }) => !muted);
  const isAny = alerts.length > 0;
  return (
    <a
      href="#/quality"
      className={isAny ? 'bottom-bar-item bottom-bar-alerts tone-amber' : 'bottom-bar-item'}
      data-testid="open-alerts"
    >
      <Icon name={isAny ? 'triangle' : 'check'} />
      {t('bars.alerts', { count: alerts.length })}
    </a>
  );
}

/** Asked twice a minute: a disk fills slowly, and an alert comes before it is full. */
const diskIntervalMs = 30_000;

function FreeDisk() {
  const turn = Math.floor(useNowMs() / diskIntervalMs);
  const free = useRequest('disk.read', {}, turn).value;
  if (free === null) return null;
  return (
    <span className="bottom-bar-item">
      <span className="bottom-bar-name">{t('bars.freeDisk')}</span>
      {formatBytes(free.freeBytes)}
    </span>
  );
}
