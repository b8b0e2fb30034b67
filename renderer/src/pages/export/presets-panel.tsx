import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { language, t } from '../../languages/language';
import { useRequest } from '../../state/use-request';

/** The presets with their columns and contract versions, each to be exported, and all at once. */
export function PresetsPanel(props: {
  pack: string;
  /** Changes when a version was created. */
  freshness: number;
  isReady: boolean;
  /** Null as the preset stands for the Power BI pack. */
  onExport: (what: string, preset: string | null, version: number | null) => void;
}) {
  const { pack, isReady, onExport } = props;
  const { view, value, reload } = useRequest('exports.read', {}, `${pack} ${props.freshness}`);
  return (
    <>
      {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      <Panel
        title={t('export.presets')}
        unit={t('export.presetsUnit')}
        aside={
          <button
            type="button"
            className="button button-strong"
            disabled={!isReady}
            onClick={() => onExport(t('export.powerBi'), null, null)}
          >
            <Icon name="download" />
            {t('export.powerBi')}
          </button>
        }
      >
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('export.presets')}>
          <table className="figures-table export-presets">
            <thead>
              <tr>
                <th scope="col">{t('export.preset')}</th>
                <th scope="col">{t('export.contract')}</th>
                <th scope="col">{t('export.columns')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {(value?.presets ?? []).map(({ preset, version, files, ...titles }) => {
                const title = language() === 'fr' ? titles.titleFr : titles.title;
                return (
                  <tr key={`${preset} ${version}`}>
                    <th scope="row">
                      {title}
                      <code className="export-name">{preset}</code>
                    </th>
                    <td className="export-version">
                      {t('bottomBar.version', { version: String(version) })}
                    </td>
                    <td className="export-columns">
                      {files.map(({ name, columns }) => (
                        <span key={name} title={columns.map((one) => one.name).join(', ')}>
                          {files.length > 1 && <code>{name}</code>}
                          {t('export.columnCount', { count: columns.length })}
                        </span>
                      ))}
                    </td>
                    <td className="row-actions">
                      <button
                        type="button"
                        className="button"
                        disabled={!isReady}
                        aria-label={t('export.exportOne', {
                          what: version === 1 ? title : `${title} v${version}`,
                        })}
                        onClick={() => onExport(title, preset, version)}
                      >
                        {t('export.action')}
                      </button>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}
