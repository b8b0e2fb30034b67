import { useState } from 'react';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { Panel } from '../../components/panel';
import { language, t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { keepForm, readForm, toExportRequest } from './export-form';
import type { ExportForm } from './export-form';
import { ExportOutcome } from './export-outcome';
import { ExportTools } from './export-tools';
import { useExport } from './use-export';

/** How do I get the data out? */
export function ExportPage() {
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const { view, value, reload } = useRequest('exports.read', {}, pack);
  const [form, setForm] = useState<ExportForm>(() => readForm(localStorage));
  const { state, run, cancel, dismiss } = useExport();
  const change = (next: ExportForm) => {
    setForm(next);
    keepForm(localStorage, next);
  };
  const isReady = state.kind !== 'running' && form.folder.trim() !== '';
  const hint = form.folder.trim() === '' ? t('export.folderFirst') : undefined;
  return (
    <main className="page export-page">
      <ExportTools form={form} onChange={change} />
      <ExportOutcome state={state} onCancel={cancel} onDismiss={dismiss} />
      {view.kind === 'failed' && <FailureCard failure={view.failure} onRetry={reload} />}
      <Panel
        title={t('export.presets')}
        unit={t('export.presetsUnit')}
        aside={
          <button
            type="button"
            className="button button-strong"
            disabled={!isReady}
            title={hint}
            onClick={() => void run(t('export.powerBi'), toExportRequest(form, null))}
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
              {(value?.presets ?? []).map((preset) => {
                const title = language() === 'fr' ? preset.titleFr : preset.title;
                return (
                  <tr key={preset.preset}>
                    <th scope="row">
                      {title}
                      <code className="export-name">{preset.preset}</code>
                    </th>
                    <td>{t('bottomBar.version', { version: String(preset.version) })}</td>
                    <td className="export-columns">
                      {preset.files.map(({ name, columns }) => (
                        <span key={name} title={columns.map((one) => one.name).join(', ')}>
                          {preset.files.length > 1 && <code>{name}</code>}
                          {t('export.columnCount', { count: columns.length })}
                        </span>
                      ))}
                    </td>
                    <td className="row-actions">
                      <button
                        type="button"
                        className="button"
                        disabled={!isReady}
                        title={hint}
                        aria-label={t('export.exportOne', { what: title })}
                        onClick={() => void run(title, toExportRequest(form, preset.preset))}
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
    </main>
  );
}
