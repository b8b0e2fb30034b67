import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { CopyButton } from './copy-button';

/** Addresses that a person takes elsewhere: the broker's and the data folder's. */
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
      {app && (
        <>
          <span className="bottom-bar-item bottom-bar-folder">
            <span className="bottom-bar-name">{t('bottomBar.dataFolder')}</span>
            <code title={app.dataFolder}>{app.dataFolder}</code>
            <CopyButton text={app.dataFolder} label={t('copy.action')} />
          </span>
          <span className="bottom-bar-item">
            {t('bottomBar.version', { version: app.version })}
          </span>
        </>
      )}
    </footer>
  );
}
