import { useState } from 'react';
import type { Failure } from '../../../../../main/contract/failure';
import type { SqlHistoryEntry } from '../../../../../main/contract/saved-query';
import { failureOf } from '../../../api/client-failure';
import { FailureCard } from '../../../components/failure-card';
import { Icon } from '../../../components/icon';
import { PanelNotice } from '../../../components/panel-notice';
import { ViewNotice } from '../../../components/view-notice';
import { formatInteger } from '../../../format/numbers';
import { formatDuration, formatMoment } from '../../../format/time';
import { t } from '../../../languages/language';
import { useClient } from '../../../state/client-context';
import { useRequest } from '../../../state/use-request';

/** What was run, newest first: when, how many rows, how long, and again. */
export function StatementHistory(props: {
  /** Changes with every statement that ended. */
  freshness: string;
  onOpen: (sql: string) => void;
  onRun: (sql: string) => void;
}) {
  const client = useClient();
  const { view, value, reload } = useRequest('sqlHistory.read', {}, props.freshness);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  if (value === null)
    return <ViewNotice view={view} willAppear={t('sql.noHistory')} onRetry={reload} />;
  const { entries } = value;
  if (entries.length === 0) return <PanelNotice icon="clock" title={t('sql.noHistory')} />;
  const clear = async () => {
    try {
      await client.request('sqlHistory.clear', {});
      setRefusal(null);
      reload();
    } catch (thrown) {
      setRefusal(failureOf(thrown));
    }
  };
  return (
    <>
      {refusal && <FailureCard failure={refusal} onDismiss={() => setRefusal(null)} />}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('sql.sqlHistory')}>
        <table className="figures-table rows-table statements">
          <thead>
            <tr>
              <th scope="col">{t('sql.ranAt')}</th>
              <th scope="col">{t('sql.statement')}</th>
              <th scope="col" className="number">
                {t('sql.rows')}
              </th>
              <th scope="col" className="number">
                {t('sql.took')}
              </th>
              <td className="row-actions">
                <button type="button" className="button button-quiet" onClick={() => void clear()}>
                  {t('sql.clearHistory')}
                </button>
              </td>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <HistoryRow key={`${entry.ranAtMs} ${entry.sql}`} entry={entry} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function HistoryRow(props: {
  entry: SqlHistoryEntry;
  onOpen: (sql: string) => void;
  onRun: (sql: string) => void;
}) {
  const { sql, ranAtMs, elapsedMs, rowCount, failureCode } = props.entry;
  return (
    <tr>
      <td>{formatMoment(ranAtMs)}</td>
      <td className="statement-text">
        <button
          type="button"
          className="statement-open"
          title={sql}
          onClick={() => props.onOpen(sql)}
        >
          {sql.replaceAll(/\s+/g, ' ')}
        </button>
      </td>
      <td className="number">
        {failureCode === null ? (
          formatInteger(rowCount)
        ) : (
          <code className="failure-code">{failureCode}</code>
        )}
      </td>
      <td className="number">{formatDuration(elapsedMs)}</td>
      <td className="row-actions">
        <button type="button" className="button button-quiet" onClick={() => props.onRun(sql)}>
          <Icon name="play" />
          {t('sql.runAgain')}
        </button>
      </td>
    </tr>
  );
}
