import { useState } from 'react';
import {
  safeRetentionHours,
  vacuumWord,
  type TableVacuumed,
} from '../../../../main/contract/table-upkeep';
import { Dialog } from '../../components/dialog';
import { FailureCard } from '../../components/failure-card';
import { Announced } from '../../components/state-announcer';
import { formatBytes, formatInteger, formatTenths } from '../../format/numbers';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useEndableRequest } from '../../state/use-request';
import { useRested } from '../../state/use-rested';
import { RetentionChoice } from './retention-choice';
import { useRunning } from './use-running';

/**
 * Tells what a vacuum would delete and what is lost with it, and deletes it when that is confirmed:
 * below 168 hours by a typed word.
 */
export function VacuumDialog({ table, onClose }: { table: string; onClose: () => void }) {
  const client = useClient();
  // Null: what the setting says.
  const [chosen, setChosen] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const { state, run, cancel } = useRunning<TableVacuumed>();
  const rested = useRested(chosen);
  const asked = { table, retentionHours: rested, dryRun: true };
  // A run that was cancelled or failed has deleted a part: what is left is listed anew.
  const [runs, countRun] = useState(0);
  const isOver = state.kind === 'done';
  const listing = useEndableRequest('table.vacuum', isOver ? null : asked, runs);
  const [usual, setUsual] = useState<number | null>(null);
  const listed = listing.value;
  if (usual === null && chosen === null && listed) setUsual(listed.retentionHours);
  const hours = chosen ?? usual;
  const isListed = listed !== null && listed.retentionHours === hours;
  const isUnsafe = hours !== null && hours < safeRetentionHours;
  const isRunning = state.kind === 'running';
  const canDelete =
    isListed && listed.files > 0 && !isRunning && (!isUnsafe || typed === vacuumWord);

  const vacuum = () =>
    run((requestId) =>
      client.request('table.vacuum', {
        table,
        retentionHours: hours,
        confirmation: isUnsafe ? typed : null,
        requestId,
      }),
    ).finally(() => countRun((count) => count + 1));
  const leave = () => {
    if (isRunning) cancel();
    onClose();
  };
  const outcome =
    state.kind === 'done'
      ? outcomeText('upkeep.deleted', state.value)
      : isRunning
        ? t('upkeep.deleting')
        : isListed
          ? outcomeText('upkeep.found', listed)
          : listing.view.kind === 'failed'
            ? ''
            : t('upkeep.looking');
  return (
    <Dialog
      title={t('upkeep.vacuumOf', { table })}
      className="vacuum-dialog"
      onClose={leave}
      actions={
        <>
          <button type="button" className="button" onClick={isRunning ? cancel : onClose}>
            {t(isRunning ? 'control.cancel' : 'control.close')}
          </button>
          {state.kind !== 'done' && (
            <button
              type="button"
              className="button button-danger"
              disabled={!canDelete}
              onClick={() => void vacuum()}
            >
              {t('upkeep.delete')}
            </button>
          )}
        </>
      }
    >
      <p className="dialog-body">{t('upkeep.warning')}</p>
      {hours !== null && (
        <RetentionChoice
          hours={hours}
          usual={usual}
          isDisabled={isRunning || state.kind === 'done'}
          onChoose={setChosen}
        />
      )}
      {isUnsafe && state.kind !== 'done' && (
        <>
          <p className="vacuum-unsafe tone-amber">{t('upkeep.unsafe')}</p>
          <label className="reset-confirm">
            {t('upkeep.type', { word: vacuumWord })}
            <input
              className="text-field"
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>
        </>
      )}
      {listing.view.kind === 'failed' && (
        <FailureCard failure={listing.view.failure} onRetry={listing.reload} />
      )}
      {state.kind === 'failed' && <FailureCard failure={state.failure} />}
      <Announced text={isRunning ? `${outcome} ${formatTenths(state.percent)}` : outcome} />
      <p className="vacuum-outcome" data-testid="vacuum-outcome">
        {isRunning && (
          <progress
            max={100}
            aria-label={t('upkeep.deleting')}
            {...(state.percent === null ? {} : { value: state.percent })}
          />
        )}
        {outcome}
      </p>
    </Dialog>
  );
}

function outcomeText(name: 'upkeep.found' | 'upkeep.deleted', done: TableVacuumed): string {
  const { files, sizeBytes, keptFromVersion } = done;
  if (files === 0) return t('upkeep.none');
  const figures = { count: files, figure: formatInteger(files), size: formatBytes(sizeBytes) };
  const kept = t('upkeep.keptFrom', { version: formatInteger(keptFromVersion) });
  return `${t(name, figures)} ${kept}`;
}
