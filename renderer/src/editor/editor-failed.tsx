import { Icon } from '../components/icon';
import { t } from '../languages/language';
import { loadEditor } from './load-editor';

/** Below the plain field where the editor could not be loaded: so much, and another try. */
export function EditorFailed() {
  return (
    <p className="sql-editor-failed" role="alert">
      <Icon name="triangle" />
      <span>
        <strong>{t('sql.editorFailed')}</strong> {t('sql.editorFailedWhy')}
      </span>
      <button type="button" className="button" onClick={() => void loadEditor()}>
        {t('panel.retry')}
      </button>
    </p>
  );
}
