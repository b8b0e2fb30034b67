import { useState } from 'react';
import { failureText } from '../../languages/failure-text';
import type { Failure } from '../../../../main/contract/failure';
import { failureOf } from '../../api/client-failure';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';

/** Ends Deltadesk from the window: the browser's page has no menu that could (ux.md section 13). */
export function QuitRow() {
  const client = useClient();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const close = async (confirmed: boolean) => {
    setIsAsking(false);
    if (!confirmed) return;
    try {
      await client.request('app.quit', {});
    } catch (thrown) {
      // The connection may end before the answer: that is what was asked for.
      const refusal = failureOf(thrown);
      if (refusal.code !== 'CONTROL_UNREACHABLE') setFailure(refusal);
    }
  };
  return (
    <li className="setting-row" data-testid="setting-quit">
      <div className="setting-text">
        <span className="setting-title">{t('settings.quit.title')}</span>
        <p className="setting-facts">{t('settings.quit.body')}</p>
        {failure && (
          <p className="setting-problem" role="alert">
            {failureText(failure).message}
          </p>
        )}
      </div>
      <div className="setting-control">
        <button type="button" className="button" onClick={() => setIsAsking(true)}>
          {t('settings.quit.action')}
        </button>
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('settings.quit.question')}
          body={t('settings.quit.body')}
          confirm={t('settings.quit.confirm')}
          decline={t('settings.quit.decline')}
          onClose={(confirmed) => void close(confirmed)}
        />
      )}
    </li>
  );
}
