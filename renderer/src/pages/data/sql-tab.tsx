import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Failure } from '../../../../main/contract/failure';
import type { QueryResult } from '../../../../main/contract/query';
import { failureOf } from '../../api/client-failure';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { QuerySource } from '../../components/query-source';
import { ResultTable } from '../../components/result-table';
import { language, t } from '../../languages/language';
import { useClient } from '../../state/client-context';
import { useNowMs, useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { SavedQueries } from './saved-queries';

/** Where a statement stands; the rows of the last one stay beside a failure. */
interface Run {
  readonly requestId: string | null;
  readonly result: QueryResult | null;
  readonly failure: Failure | null;
}

/** One read-only statement over the tables: Mod+Enter runs it, Mod+. cancels it. */
export function SqlTab() {
  const client = useClient();
  const nowMs = useNowMs();
  const given = useStores('address', (state) => state.address.parameters['sql'] ?? null);
  const pack = useStores('overview', (state) => state.overview?.pipeline.pack ?? '');
  const queries = useRequest('queries.read', {}, pack).value?.queries ?? [];
  const [sql, setSql] = useState(given ?? '');
  const [run, setRun] = useState<Run>({ requestId: null, result: null, failure: null });
  const newest = useRef('');
  useEffect(() => {
    if (given !== null) setSql(given);
  }, [given]);

  const ask = async (ask: (requestId: string) => Promise<QueryResult>) => {
    const requestId = crypto.randomUUID();
    newest.current = requestId;
    setRun((before) => ({ ...before, requestId, failure: null }));
    try {
      const result = await ask(requestId);
      if (newest.current === requestId) setRun({ requestId: null, result, failure: null });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (newest.current === requestId)
        setRun((before) => ({ ...before, requestId: null, failure }));
    }
  };
  const runSql = () =>
    sql.trim() !== '' &&
    ask((requestId) => client.request('sql.run', { sql, requestId, rowLimit: 1_000 }));
  const runNamed = (name: string) =>
    ask(async (requestId) => {
      const result = await client.request('query.run', { name, requestId });
      setSql(result.sql.trim());
      return result;
    });
  const cancel = () => {
    if (run.requestId !== null) void client.request('request.cancel', { requestId: run.requestId });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void runSql();
    } else if (event.key === '.') cancel();
  };
  return (
    <div className="sql-tab" onKeyDown={onKeyDown}>
      <div className="sql-tools">
        <select
          className="select"
          aria-label={t('data.readyMade')}
          value=""
          onChange={(event) => void runNamed(event.target.value)}
        >
          <option value="" disabled>
            {t('data.readyMade')}
          </option>
          {queries.map(({ name, title, titleFr }) => (
            <option key={name} value={name}>
              {language() === 'fr' ? titleFr : title}
            </option>
          ))}
        </select>
        <SavedQueries sql={sql} onOpen={setSql} />
        <span className="sql-run">
          {run.requestId !== null && (
            <button type="button" className="button" onClick={cancel}>
              <Icon name="cross" />
              {t('action.starting')}
            </button>
          )}
          <button
            type="button"
            className="button button-strong"
            disabled={run.requestId !== null || sql.trim() === ''}
            title="Ctrl+Enter"
            onClick={() => void runSql()}
          >
            <Icon name="play" />
            {t('data.run')}
          </button>
        </span>
      </div>
      <textarea
        className="sql-editor"
        aria-label={t('data.sql')}
        spellCheck={false}
        placeholder="SELECT pays, sum(montant) FROM silver.ventes_clean GROUP BY pays"
        value={sql}
        onChange={(event) => setSql(event.target.value)}
      />
      {run.failure && (
        <FailureCard
          failure={run.failure}
          onDismiss={() => setRun((before) => ({ ...before, failure: null }))}
        />
      )}
      <div className="sql-result" data-testid="sql-result">
        {run.result ? (
          <ResultTable result={run.result} label={t('data.result')} />
        ) : (
          <p className="panel-note">{t('data.noResult')}</p>
        )}
      </div>
      {run.result && <QuerySource result={run.result} nowMs={nowMs} />}
    </div>
  );
}
