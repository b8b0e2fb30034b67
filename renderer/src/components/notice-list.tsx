import { useEffect, useMemo, useState } from 'react';
import { askLeave, canAsk, createTeller } from '../api/browser-notifications';
import { t } from '../languages/language';
import { addressOf, isPassing } from '../state/notices';
import type { ShownNotice } from '../state/notice-store';
import { useNowMs, useStores } from '../state/stores';
import { Icon } from './icon';
import { noticeAppearance, noticeText } from './notice-text';

/** How long a notice stays that goes by itself. */
const passingMs = 15_000;
/** More would cover the page, in a small window more than one; the rest is counted. */
const mostDrawn = () => (window.innerWidth > 1240 ? 3 : 1);

/** The notices of this page, in its corner; in a browser they can be told outside of it too. */
export function NoticeList() {
  const shown = useStores('notices', (state) => state.shown);
  const nowMs = useNowMs();
  useNotifications(shown[0] ?? null);
  const [isAskable, setIsAskable] = useState(() => canAsk(window));
  const open = shown.filter(({ notice, atMs }) => !isPassing(notice) || nowMs - atMs < passingMs);
  if (open.length === 0) return null;
  const more = open.length - mostDrawn();
  return (
    <section className="notices" aria-label={t('notices.label')}>
      <ul>
        {open.slice(0, mostDrawn()).map((one) => (
          <NoticeCard key={one.cause} shown={one} />
        ))}
      </ul>
      {(more > 0 || isAskable) && (
        <p className="notices-foot">
          {more > 0 && <span>{t('notices.more', { count: more })}</span>}
          {isAskable && (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => void askLeave(window).then(() => setIsAskable(canAsk(window)))}
            >
              {t('notices.notify')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function NoticeCard({ shown: { cause, notice } }: { shown: ShownNotice }) {
  const dismiss = useStores('notices', (state) => state.dismiss);
  const openAddress = useStores('address', (state) => state.open);
  const { title, body } = noticeText(notice);
  const { tone, icon } = noticeAppearance(notice);
  const address = addressOf(notice);
  return (
    <li className={`notice tone-${tone}`} data-testid={`notice-${notice.kind}`}>
      <Icon name={icon} />
      <div className="notice-text">
        <strong>{title}</strong>
        <p>{body}</p>
      </div>
      <div className="notice-actions">
        {address !== null && (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              dismiss(cause);
              openAddress(address);
            }}
          >
            {t('notices.open')}
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          aria-label={t('notices.dismissOne', { title })}
          onClick={() => dismiss(cause)}
        >
          {t('failure.dismiss')}
        </button>
      </div>
    </li>
  );
}

/** Tells the newest notice outside of the page, where a person has given leave and looks elsewhere. */
function useNotifications(newest: ShownNotice | null): void {
  const tell = useMemo(() => createTeller(window), []);
  const openAddress = useStores('address', (state) => state.open);
  useEffect(() => {
    if (!newest || newest.notice.kind === 'tabHint' || newest.notice.kind === 'settings') return;
    const { title, body } = noticeText(newest.notice);
    const address = addressOf(newest.notice);
    tell(newest.cause, title, body, () => {
      if (address !== null) openAddress(address);
    });
  }, [newest, tell, openAddress]);
}
