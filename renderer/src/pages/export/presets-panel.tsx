import { useEffect, useRef } from 'react';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { formatInteger } from '../../format/numbers';
import { language, t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { ViewNotice } from '../../components/view-notice';
import { usePresetCounts, whose } from './use-preset-counts';

/** The presets with their columns and contract versions, each to be exported, and all at once. */
export function PresetsPanel(props: {
  /** Whose presets; undefined: of the pack that is asked without a name. */
  pack: string | undefined;
  /** Changes when a version was created or an export has ended. */
  freshness: string;
  isReady: boolean;
  /** Null as the preset stands for the Power BI pack. */
  onExport: (what: string, preset: string | null, version: number | null) => void;
}) {
  const { pack, isReady, onExport } = props;
  const { view, value, reload } = useRequest('exports.read', whose(pack), props.freshness);
  const rowsOf = usePresetCounts(pack, props.freshness);
  // The palette opens this place at one of them.
  const named = useStores('address', (state) => state.address.parameters['preset'] ?? null);
  const button = useRef<HTMLButtonElement>(null);
  const isListed = value?.presets.some(({ preset }) => preset === named) ?? false;
  useEffect(() => {
    if (!isListed) return;
    button.current?.scrollIntoView({ block: 'center' });
    button.current?.focus();
  }, [named, isListed]);
  return (
    <Panel
      title={t('export.presets')}
      unit={t('export.presetsUnit')}
      className="presets-panel"
      aside={
        <button
          type="button"
          className="button button-strong"
          disabled={!isReady || value === null}
          onClick={() => onExport(t('export.powerBi'), null, null)}
        >
          <Icon name="download" />
          {t('export.powerBi')}
        </button>
      }
    >
      {value && view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      {value === null ? (
        <ViewNotice view={view} willAppear={t('export.willAppear')} onRetry={reload} />
      ) : (
        <div className="table-scroll" tabIndex={0} role="group" aria-label={t('export.presets')}>
          <table className="figures-table export-presets">
            <thead>
              <tr>
                <th scope="col">{t('export.preset')}</th>
                <th scope="col">{t('export.contract')}</th>
                <th scope="col">{t('export.columns')}</th>
                <th scope="col">{t('export.rows')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {value.presets.map(({ preset, version, files, ...titles }) => {
                const title = language() === 'fr' ? titles.titleFr : titles.title;
                const isNamed = preset === named && isFirst(value.presets, preset, version);
                return (
                  <tr key={`${preset} ${version}`} data-named={isNamed}>
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
                    <td className="export-rows">
                      {files.map(({ name }) => (
                        <span key={name}>{formatInteger(rowsOf(preset, version, name))}</span>
                      ))}
                    </td>
                    <td className="row-actions">
                      <button
                        ref={isNamed ? button : null}
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
      )}
    </Panel>
  );
}

/** Of several versions the one that is shipped. */
const isFirst = (
  presets: readonly { readonly preset: string; readonly version: number }[],
  name: string,
  version: number,
) => presets.find(({ preset }) => preset === name)?.version === version;
