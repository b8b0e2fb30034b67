import { useState } from 'react';
import type { TableCompacted } from '../../../../main/contract/table-upkeep';
import { FailureCard } from '../../components/failure-card';
import { Announced } from '../../components/state-announcer';
import { formatBytes, formatInteger, formatTenths } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { keysText } from '../../shortcuts/keys-text';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';
import { useRunning } from './use-running';
import { VacuumDialog } from './vacuum-dialog';

/** Compact and Vacuum of one table, on demand; the streaming job does both. */
export function FileUpkeep({ table }: { table: string }) {
  const client = useClient();
  const hindrance = useHindrance();
  const [isVacuuming, setIsVacuuming] = useState(false);
  const { state, run, cancel, reset } = useRunning<TableCompacted>();
  const compact = () => run((requestId) => client.request('table.compact', { table, requestId }));
  const isRunning = state.kind === 'running';
  return (
    <section className="file-upkeep" aria-label={t('upkeep.label')}>
      <p className="panel-note">
        {t('data.upkeep')} <a href="#/settings/tables">{t('data.upkeepSetting')}</a>
      </p>
      <div className="file-upkeep-tools">
        <button
          type="button"
          className="button"
          disabled={hindrance !== null || isRunning}
          onClick={() => void compact()}
        >
          {t('upkeep.compact')}
        </button>
        <button
          type="button"
          className="button"
          disabled={hindrance !== null || isRunning}
          onClick={() => setIsVacuuming(true)}
        >
          {t('upkeep.vacuum')}
        </button>
        {isRunning && (
          <>
            <progress
              max={100}
              aria-label={t('upkeep.compacting')}
              {...(state.percent === null ? {} : { value: state.percent })}
            />
            <button type="button" className="button" onClick={cancel}>
              {t('export.cancel')}
            </button>
          </>
        )}
        <span className="panel-note" data-testid="upkeep-outcome">
          {isRunning && (
            <Announced text={`${t('upkeep.compacting')} ${formatTenths(state.percent)}`} />
          )}
          {isRunning && t('upkeep.compacting')}
          {state.kind === 'done' && <Announced text={compactedText(state.value)} />}
          {state.kind === 'done' && compactedText(state.value)}
          {state.kind === 'none' && hindrance}
        </span>
      </div>
      {state.kind === 'failed' && <FailureCard failure={state.failure} onDismiss={reset} />}
      {isVacuuming && <VacuumDialog table={table} onClose={() => setIsVacuuming(false)} />}
    </section>
  );
}

/** Why neither can be asked for now; null when both can. */
function useHindrance(): string | null {
  const isSample = useStores('overview', (state) => state.overview?.lakehouse === 'sample');
  const pipeline = useStores('overview', (state) => state.overview?.pipeline ?? null);
  if (isSample) return t('upkeep.ofSample');
  if (pipeline?.services.streamingJob.state === 'running') return null;
  const isOff = pipeline?.state === 'stopped' || pipeline?.state === 'failed';
  const remedy = isOff ? ` ${t('panel.howToStart', { keys: keysText('start-stop') })}` : '';
  return `${t('upkeep.needsJob')}${remedy}`;
}

function compactedText(done: TableCompacted): string {
  const { filesBefore, filesAfter } = done;
  const figures = { count: filesBefore, figure: formatInteger(filesBefore) };
  if (filesAfter === filesBefore) return t('upkeep.nothingToCompact', figures);
  return t('upkeep.compacted', {
    ...figures,
    after: formatInteger(filesAfter),
    bytesBefore: formatBytes(done.bytesBefore),
    bytesAfter: formatBytes(done.bytesAfter),
    version: formatInteger(done.tableVersion),
    took: formatDuration(done.tookMs),
    wait: formatDuration(done.longestWaitMs),
  });
}
