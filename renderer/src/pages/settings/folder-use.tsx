import { CopyButton } from '../../components/copy-button';
import { formatBytes } from '../../format/numbers';
import { t } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { useStores } from '../../state/stores';
import { tablePath } from '../data/data-address';

/**
 * What each table takes in the data folder, the largest first, with the way to its files; and how the
 * folder is moved with all of it. Nothing while the sample is shown: its tables are elsewhere.
 */
export function FolderUse({ folder }: { folder: string | null }) {
  const tables = useStores('overview', ({ overview }) =>
    overview?.lakehouse === 'own' ? overview.tables : null,
  );
  if (tables === null || folder === null) return null;
  // What follows is the new folder, which the person types.
  const command = `deltadesk move --data-folder "${folder}" --to `;
  const largestFirst = [...tables].sort((a, b) => b.sizeBytes - a.sizeBytes);
  const total = tables.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return (
    <>
      {tables.length > 0 && (
        <details className="folder-use">
          <summary>{t('desktop.folder.use', { size: formatBytes(total) })}</summary>
          <table className="figures-table">
            <tbody>
              {largestFirst.map(({ table, sizeBytes }) => (
                <tr key={table}>
                  <th scope="row">
                    <a href={`#${writeAddress(tablePath(table), { tab: 'files' })}`}>{table}</a>
                  </th>
                  <td className="number">{formatBytes(sizeBytes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      <p className="folder-move">{t('desktop.folder.move')}</p>
      <p className="settings-path">
        <code title={command}>{command}</code>
        <CopyButton text={command} label={t('copy.action')} />
      </p>
    </>
  );
}
