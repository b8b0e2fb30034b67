import { CopyButton } from '../../components/copy-button';
import { t } from '../../languages/language';
import { useDesktop } from '../../state/desktop-context';

/** Where files are: the path to copy, and in the desktop the folder itself. */
export function ExportPlaceLine({ path }: { path: string }) {
  const desktop = useDesktop();
  return (
    <span className="export-place">
      <code className="export-path" title={path}>
        {path}
      </code>
      <CopyButton text={path} label={t('export.copyPath')} />
      {desktop && (
        <button
          type="button"
          className="button button-quiet"
          onClick={() => {
            // What was moved away meanwhile cannot be shown; the path stands beside.
            desktop.request('desktop.showInFolder', { path }).catch(() => undefined);
          }}
        >
          {t('export.showInFolder')}
        </button>
      )}
    </span>
  );
}
