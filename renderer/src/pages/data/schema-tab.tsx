import { useEffect } from 'react';
import type { ColumnProfile } from '../../../../main/contract/column-profile';
import { FailureCard } from '../../components/failure-card';
import { formatInteger } from '../../format/numbers';
import { formatDuration } from '../../format/time';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { ViewNotice } from '../../components/view-notice';
import { SchemaTable } from './schema-table';
import { useRunning } from './use-running';

/** The columns of a table: what the log knows of them at once, and all figures when asked for. */
export function SchemaTab({ table, version }: { table: string; version: number | null }) {
  const client = useClient();
  const newest = useStores(
    'overview',
    (state) => state.overview?.tables.find((one) => one.table === table)?.tableVersion ?? 0,
  );
  const known = useRequest('columns.profile', { table, atVersion: version }, newest);
  const { state, run, cancel, reset } = useRunning<ColumnProfile>();
  // Figures of all rows stay until another version is looked at.
  const shownVersion = version ?? known.value?.tableVersion ?? null;
  const counted = state.kind === 'done' ? state.value : null;
  useEffect(() => {
    if (counted !== null && version !== null && counted.tableVersion !== version) reset();
  }, [version]);
  if (known.value === null)
    return <ViewNotice view={known.view} willAppear={t('data.noTables')} onRetry={known.reload} />;
  const profile = counted ?? known.value;
  const readAll = () =>
    run((requestId) =>
      client.request('columns.profile', {
        table,
        atVersion: shownVersion,
        source: 'rows',
        requestId,
      }),
    );
  return (
    <div className="schema-tab">
      <div className="tab-tools">
        <span className="panel-note">
          {profile &&
            t('data.rowsInAll', {
              figure: formatInteger(profile.rowCount),
              version: formatInteger(profile.tableVersion),
            })}{' '}
          {counted
            ? t('data.ofRows', { time: formatDuration(counted.elapsedMs) })
            : t('data.ofLog')}
        </span>
        {state.kind === 'running' ? (
          <>
            <progress
              max={100}
              aria-label={t('data.readingAll')}
              {...(state.percent === null ? {} : { value: state.percent })}
            />
            <button type="button" className="button" onClick={cancel}>
              {t('export.cancel')}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button"
            disabled={profile === null}
            onClick={() => void readAll()}
          >
            {t('data.readAll')}
          </button>
        )}
      </div>
      {known.view.kind === 'failed' && (
        <FailureCard failure={known.view.failure} onRetry={known.reload} />
      )}
      {state.kind === 'failed' && <FailureCard failure={state.failure} onDismiss={reset} />}
      <SchemaTable profile={profile} />
    </div>
  );
}
