import { useState } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import { QuitDialog } from '../../components/quit-dialog';
import { failureText } from '../../languages/failure-text';
import { t } from '../../languages/language';

/** Ends Deltadesk from the window: the browser's page has no menu that could (ux.md section 13). */
export function QuitRow() {
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
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
      {isAsking && <QuitDialog onClose={() => setIsAsking(false)} onFailure={setFailure} />}
    </li>
  );
}
