import { useState } from 'react';
import type { Catalog } from '../../../../main/contract/catalogs';
import type { Failure } from '../../../../main/contract/failure';
import type { Setting } from '../../../../main/contract/settings';
import { failureOf } from '../../api/client-failure';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';
import { catalogTitle } from './catalog-panel';
import { groupOf } from './setting-text';

/** A change that this run does not work with yet, and the address of its row. */
interface Waiting {
  readonly name: string;
  readonly href: string;
}

/** The settings and catalogs whose changes wait for a start. */
export const waitingOf = (
  settings: readonly Setting[],
  catalogs: readonly Catalog[],
): Waiting[] => [
  ...settings
    .filter(({ waiting }) => waiting !== null)
    .map(({ name }) => ({ name, href: `#/settings/${groupOf(name)}` })),
  ...catalogs
    .filter(({ isWaiting }) => isWaiting)
    .map((catalog) => ({ name: catalogTitle(catalog), href: '#/settings/catalogs' })),
];

/** The changes that wait for a start, each a link to its row, and the start itself; nothing for none. */
export function WaitingBar({ waiting }: { waiting: readonly Waiting[] }) {
  const { restart, isAsking, failure, dismiss, answer } = useRestart();
  if (waiting.length === 0) return null;
  return (
    <>
      <div className="settings-waiting tone-amber">
        <Icon name="clock" />
        <strong>{t('settings.waitingBar', { count: waiting.length })}</strong>
        {waiting.map(({ name, href }) => (
          <a key={name} href={href}>
            <code>{name}</code>
          </a>
        ))}
        <button type="button" className="button" onClick={restart}>
          {t('settings.restart.action')}
        </button>
      </div>
      {failure && <FailureCard failure={failure} onDismiss={dismiss} />}
      {isAsking && (
        <ConfirmDialog
          title={t('settings.restart.question')}
          body={t('settings.restart.body')}
          confirm={t('settings.restart.action')}
          decline={t('settings.restart.decline')}
          onClose={answer}
        />
      )}
    </>
  );
}

/** Opens Deltadesk again; where the pipeline is at work it is asked first, because it stops for it. */
function useRestart() {
  const client = useClient();
  const state = useStores('overview', ({ overview }) => overview?.pipeline.state ?? 'stopped');
  const isOpen = useStores('connection', ({ connection }) => connection.kind === 'open');
  const expectReturn = useStores('connection', (store) => store.expectReturn);
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const restartNow = async () => {
    setFailure(null);
    try {
      await client.request('app.restart', {});
    } catch (thrown) {
      const refusal = failureOf(thrown);
      // The connection may end before the answer: that is what was asked for.
      if (!isOpen || refusal.code !== 'CONTROL_UNREACHABLE') return setFailure(refusal);
    }
    expectReturn();
  };
  return {
    isAsking,
    failure,
    dismiss: () => setFailure(null),
    restart: () => {
      if (state === 'stopped' || state === 'failed') void restartNow();
      else setIsAsking(true);
    },
    answer: (confirmed: boolean) => {
      setIsAsking(false);
      if (confirmed) void restartNow();
    },
  };
}
