import { ChangeDataFolder } from '../../components/change-data-folder';
import { CopyButton } from '../../components/copy-button';
import { missing } from '../../format/missing';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import { useStores } from '../../state/stores';
import { TypedFolder } from '../first-run/typed-folder';
import { FolderUse } from './folder-use';
import { SettingFrame } from './setting-frame';

/** Where everything is stored, and the way to another place: a dialog, or a typed path. */
export function DataFolderRow() {
  const desktop = useDesktop();
  const folder = useStores('app', (state) => state.app?.dataFolder ?? null);
  return (
    <SettingFrame
      controlId={null}
      titleId="data-folder-title"
      name="window.dataFolder"
      title={t('desktop.folder.title')}
      facts={[t('desktop.folder.body')]}
      notes={
        <>
          <p className="settings-path">
            <code>{folder ?? missing}</code>
            {folder && <CopyButton text={folder} label={t('copy.action')} />}
          </p>
          <FolderUse folder={folder} />
        </>
      }
    >
      {desktop && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            // A folder that the file manager cannot open is still named by its path.
            desktop.request('desktop.openFolder', { folder: 'data' }).catch(() => undefined);
          }}
        >
          {t('desktop.folder.show')}
        </button>
      )}
      {desktop || folder === null ? (
        <ChangeDataFolder />
      ) : (
        <TypedFolder key={folder} folder={folder} />
      )}
    </SettingFrame>
  );
}
