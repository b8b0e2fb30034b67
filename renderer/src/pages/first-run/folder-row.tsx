import { ChangeDataFolder } from '../../components/change-data-folder';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';
import { TypedFolder } from './typed-folder';

/** Where everything will be stored, and the way to another place: a dialog, or a typed path. */
export function FolderRow({ folder }: { folder: string }) {
  const desktop = useDesktop();
  return (
    <div className="first-run-folder">
      <dt>{t('firstRun.folder')}</dt>
      <dd>
        <code title={folder}>{folder}</code>
        {desktop ? <ChangeDataFolder /> : <TypedFolder key={folder} folder={folder} />}
      </dd>
    </div>
  );
}
