import { failureText } from '../../languages/failure-text';
import type { SavedQuery } from '../../../../main/contract/saved-query';
import { useState } from 'react';
import { failureOf } from '../../api/client-failure';
import { PanelNotice } from '../../components/panel-notice';
import { ViewNotice } from '../../components/view-notice';
import { formatMoment } from '../../format/time';
import { t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useRequest } from '../../state/use-request';
import { NameForm } from './sql/name-form';

/** A person's own statements: open, rename and delete. */
export function SavedQueries(props: {
  /** Changes when one was saved. */
  freshness: number;
  onOpen: (sql: string) => void;
}) {
  const { view, value, reload } = useRequest('savedQueries.read', {}, props.freshness);
  if (value === null)
    return <ViewNotice view={view} willAppear={t('sql.noSaved')} onRetry={reload} />;
  const { queries } = value;
  if (queries.length === 0) return <PanelNotice icon="lines" title={t('sql.noSaved')} />;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('sql.saved')}>
      <table className="figures-table rows-table statements">
        <thead>
          <tr>
            <th scope="col">{t('sql.saveName')}</th>
            <th scope="col">{t('sql.statement')}</th>
            <th scope="col">{t('sql.savedAt')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {queries.map((query) => (
            <SavedRow key={query.name} query={query} onOpen={props.onOpen} onChange={reload} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SavedRow(props: {
  query: SavedQuery;
  onOpen: (sql: string) => void;
  onChange: () => void;
}) {
  const { name, sql, savedAtMs } = props.query;
  const client = useClient();
  const [asks, setAsks] = useState<'name' | 'delete' | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setAsks(null);
      props.onChange();
    } catch (thrown) {
      setRefusal(failureText(failureOf(thrown)).title);
    }
  };
  return (
    <tr>
      <th scope="row">{name}</th>
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
      <td>{formatMoment(savedAtMs)}</td>
      <td className="row-actions">
        {asks === 'name' && (
          <NameForm
            initial={name}
            action={t('sql.rename')}
            refusal={refusal}
            onSubmit={(to) => change(() => client.request('savedQuery.rename', { name, to }))}
            onClose={() => setAsks(null)}
          />
        )}
        {asks === null && (
          <button
            type="button"
            className="button button-quiet"
            aria-label={t('sql.renameOne', { name })}
            onClick={() => setAsks('name')}
          >
            {t('sql.rename')}
          </button>
        )}
        {asks !== 'name' && (
          <button
            type="button"
            className="button button-quiet"
            aria-label={t('sql.deleteOne', { name })}
            onBlur={() => setAsks(null)}
            onClick={() =>
              asks === 'delete'
                ? void change(() => client.request('savedQuery.delete', { name }))
                : setAsks('delete')
            }
          >
            {t(asks === 'delete' ? 'sql.deleteReally' : 'sql.delete')}
          </button>
        )}
      </td>
    </tr>
  );
}
