import { useState } from 'react';
import { failureOf } from '../api/client-failure';
import { failureText } from '../languages/failure-text';
import { t } from '../languages/language';
import { useDesktop } from '../state/desktop-context';

/**
 * Chooses another data folder in the system's dialog; Deltadesk then starts again in it. Nothing in a
 * browser, where the command line names the folder.
 */
export function ChangeDataFolder() {
  const desktop = useDesktop();
  const [problem, setProblem] = useState<string | null>(null);
  if (!desktop) return null;
  const change = async () => {
    setProblem(null);
    try {
      const chosen = await desktop.request('desktop.chooseFolder', { purpose: 'dataFolder' });
      if (chosen.folder !== null)
        await desktop.request('desktop.useDataFolder', { folder: chosen.folder });
    } catch (thrown) {
      setProblem(failureText(failureOf(thrown)).message);
    }
  };
  return (
    <div className="change-folder">
      <button type="button" className="button" onClick={() => void change()}>
        {t('desktop.folder.change')}
      </button>
      {problem && (
        <p className="setting-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
