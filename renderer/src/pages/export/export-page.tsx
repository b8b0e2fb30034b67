import { useState } from 'react';
import { useDesktop } from '../../state/desktop-context';
import { PackChoice } from '../../components/pack-choice';
import { NoTables } from '../../components/no-tables';
import { StoppedBand } from '../../components/stopped-band';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import type { ExportOrder } from '../../state/export-store';
import { useStores } from '../../state/stores';
import { useShownPack } from '../../state/use-shown-pack';
import { silverTables } from '../dashboard/dashboards';
import { toExportRequest } from './export-form';
import { DriftNotices } from './drift-notices';
import { ExportHistoryPanel } from './export-history-panel';
import { ExportOutcome } from './export-outcome';
import { ExportTools } from './export-tools';
import { PowerBiSteps } from './power-bi-steps';
import { PresetsPanel } from './presets-panel';
import { useExportForm } from './use-export-form';

/** How do I get the data out? */
export function ExportPage() {
  const shown = useShownPack();
  const pack = shown.pack ?? '';
  const hasTables = useStores('overview', (state) => (state.overview?.tables.length ?? 1) > 0);
  const [form, change] = useExportForm();
  const run = useStores('exports', (state) => state);
  const [versions, setVersions] = useState(0);
  const isRunning = run.state.kind === 'running';
  useShortcut('cancel', isRunning ? run.cancel : null);
  const desktop = useDesktop();
  const order = (what: string, one: ExportOrder) => run.run(what, one);
  const start = async (what: string, preset: string | null, version: number | null) => {
    const request = toExportRequest(form, preset, version, shown.asked);
    if (request.folder !== '') return order(what, { to: 'folder', request });
    if (!desktop) {
      const { folder: _, createFolder: __, ...download } = request;
      return order(what, { to: 'download', request: download });
    }
    try {
      const { folder } = await desktop.request('desktop.chooseFolder', { purpose: 'export' });
      if (folder === null) return;
      change({ ...form, folder });
      return await order(what, { to: 'folder', request: { ...request, folder } });
    } catch (thrown) {
      run.fail(what, thrown);
    }
  };
  return (
    <main className="page export-page">
      <PackChoice leaves={['preset']} />
      <StoppedBand table={silverTables[pack] ?? null} />
      {!hasTables && (
        <section className="panel no-tables-panel" aria-label={t('export.nothingYet')}>
          <NoTables icon="download" willAppear={t('export.nothingYet')} />
        </section>
      )}
      <ExportTools
        form={form}
        onChange={change}
        onFailed={(thrown) => run.fail(t('export.folder'), thrown)}
      />
      <ExportOutcome run={run} />
      <DriftNotices
        key={`drift ${pack}`}
        pack={shown.asked}
        onCreated={() => setVersions(versions + 1)}
      />
      <PresetsPanel
        key={pack}
        pack={shown.asked}
        freshness={`${versions} ${run.ended}`}
        isReady={!isRunning && hasTables}
        onExport={(...chosen) => void start(...chosen)}
      />
      <PowerBiSteps pack={pack} />
      <ExportHistoryPanel
        isRunning={isRunning}
        ended={run.ended}
        onRepeat={(what, request) => void order(what, { to: 'folder', request })}
      />
    </main>
  );
}
