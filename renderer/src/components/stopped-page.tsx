import { useEffect, useState } from 'react';
import { formatClockSeconds } from '../format/time';
import { t } from '../languages/language';
import { useDesktop } from '../state/desktop-context';
import { useStores } from '../state/stores';
import { Dialog } from './dialog';

/**
 * In a browser, once Deltadesk has said goodbye: what is over, and how it begins again. The last
 * figures can still be looked at; the band above them says how old they are.
 */
export function StoppedPage() {
  const isInDesktop = useDesktop() !== null;
  const hasEnded = useStores(
    'connection',
    ({ connection, reopening }) =>
      connection.kind === 'lost' && connection.hasEnded && reopening === 'none',
  );
  const retryNow = useStores('connection', (state) => state.retryNow);
  const lastAtMs = useStores('overview', (state) => state.receivedAtMs);
  const dataFolder = useStores('app', (state) => state.app?.dataFolder ?? null);
  const [isPutAside, setIsPutAside] = useState(false);
  // Another data folder is another instance: its end is said again.
  useEffect(() => setIsPutAside(false), [hasEnded]);
  if (isInDesktop || !hasEnded || isPutAside) return null;
  const putAside = () => setIsPutAside(true);
  return (
    <Dialog
      title={t('stopped.title')}
      className="stopped-page"
      onClose={putAside}
      actions={
        <>
          <button type="button" className="button" onClick={putAside}>
            {t('stopped.look')}
          </button>
          <button type="button" className="button button-strong" onClick={retryNow}>
            {t('connection.retryNow')}
          </button>
        </>
      }
    >
      <p className="dialog-body">
        {lastAtMs === null
          ? t('stopped.body')
          : t('stopped.bodyAt', { time: formatClockSeconds(lastAtMs) })}
      </p>
      <p className="dialog-body">{t('stopped.again')}</p>
      {dataFolder !== null && (
        <p className="dialog-body stopped-folder">
          {t('bottomBar.dataFolder')} <code>{dataFolder}</code>
        </p>
      )}
    </Dialog>
  );
}
