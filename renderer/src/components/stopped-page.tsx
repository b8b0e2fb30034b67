import { useState } from 'react';
import { formatClockSeconds } from '../format/time';
import { t } from '../languages/language';
import { useStores } from '../state/stores';
import { useDesktop } from '../state/desktop-context';

/**
 * In a browser, once Deltadesk has said goodbye: what is over, and how it begins again. The last
 * figures can still be looked at; the band above them says how old they are.
 */
export function StoppedPage() {
  const desktop = useDesktop();
  const hasEnded = useStores(
    'connection',
    ({ connection }) => connection.kind === 'lost' && connection.hasEnded,
  );
  const retryNow = useStores('connection', (state) => state.retryNow);
  const lastAtMs = useStores('overview', (state) => state.receivedAtMs);
  const dataFolder = useStores('app', (state) => state.app?.dataFolder ?? null);
  const [isPutAside, setIsPutAside] = useState(false);
  if (desktop || !hasEnded || isPutAside) return null;
  return (
    <section className="stopped-page" aria-labelledby="stopped-title" data-testid="stopped-page">
      <div className="stopped-card">
        <h2 id="stopped-title">{t('stopped.title')}</h2>
        <p>
          {lastAtMs === null
            ? t('stopped.body')
            : t('stopped.bodyAt', { time: formatClockSeconds(lastAtMs) })}
        </p>
        <p>{t('stopped.again')}</p>
        {dataFolder !== null && (
          <p className="stopped-folder">
            <span>{t('bottomBar.dataFolder')}</span> <code>{dataFolder}</code>
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => setIsPutAside(true)}>
            {t('stopped.look')}
          </button>
          <button type="button" className="button button-strong" onClick={retryNow}>
            {t('connection.retryNow')}
          </button>
        </div>
      </div>
    </section>
  );
}
