import { CopyButton } from '../../components/copy-button';
import { Icon } from '../../components/icon';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import { useStores } from '../../state/stores';

/** The way to the log files themselves, and to a bundle of all that helps to find a fault. */
export function LogFolder() {
  const desktop = useDesktop();
  const dataFolder = useStores('app', (state) => state.app?.dataFolder ?? null);
  const folder = dataFolder && `${dataFolder}${dataFolder.includes('\\') ? '\\' : '/'}logs`;
  return (
    <div className="logs-folder">
      {desktop ? (
        <button
          type="button"
          className="button button-quiet"
          title={folder ?? ''}
          onClick={() => {
            // A folder that the file manager cannot open is still named by its path.
            desktop.request('desktop.openFolder', { folder: 'logs' }).catch(() => undefined);
          }}
        >
          {t('logs.openFolder')}
        </button>
      ) : (
        folder && (
          <>
            <code title={folder}>{folder}</code>
            <CopyButton text={folder} label={t('logs.copyFolder')} />
          </>
        )
      )}
      <a className="button button-quiet" href="#/diagnostics">
        <Icon name="pulse" />
        {t('logs.bundle')}
      </a>
    </div>
  );
}
