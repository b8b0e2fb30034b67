import { useEffect, useRef, useState } from 'react';
import type { RequestOf } from '../../../../main/contract/api';
import { FailureCard } from '../../components/failure-card';
import { Icon } from '../../components/icon';
import { NoTables } from '../../components/no-tables';
import { Announced } from '../../components/state-announcer';
import { SegmentedChoice } from '../../components/segmented-choice';
import { SqlEditor } from '../../editor/sql-editor';
import { t } from '../../languages/language';
import { useShortcut } from '../../shortcuts/use-shortcut';
import { keysText } from '../../shortcuts/keys-text';
import { plainSql } from '../../sql/plain-sql';
import { readVersions } from '../../sql/table-versions';
import { useClient } from '../../state/client-context';
import { useStores } from '../../state/stores';
import { useRequest } from '../../state/use-request';
import { SavedQueries } from './saved-queries';
import { KeepStatement } from './sql/keep-statement';
import { ReadyMade } from './sql/ready-made';
import { SqlResult } from './sql/sql-result';
import { StatementHistory } from './sql/statement-history';
import { useStatement } from './sql/use-statement';

const views = ['result', 'sqlHistory', 'saved', 'readyMade'] as const;
type View = (typeof views)[number];
const noTables: never[] = [];

/** One read-only statement over the tables: Mod+Enter runs it, Mod+. cancels it. */
export function SqlTab() {
  const client = useClient();
  const given = useStores('address', (state) => state.address.parameters['sql'] ?? null);
  const at = useStores('address', (state) => state.address.parameters['at']);
  const adjust = useStores('address', (state) => state.adjust);
  const hasNoTables = useStores('overview', (state) => state.overview?.tables.length === 0);
  const tableNames = useStores('overview', (state) =>
    (state.overview?.tables ?? []).map(({ table }) => table).join(),
  );
  const tables = useRequest('tables.columns', {}, tableNames).value?.tables ?? noTables;
  const [sql, showSql] = useState(given ?? '');
  // Keys may come before the text that was just written is drawn.
  const written = useRef(sql);
  const setSql = (text: string) => {
    written.current = text;
    showSql(text);
  };
  const [view, setView] = useState<View>(given === null ? 'readyMade' : 'result');
  const [saves, setSaves] = useState(0);
  const { state, run, cancel, fail, dismiss } = useStatement();
  const versions = readVersions(at);
  useEffect(() => {
    if (given !== null) setSql(given);
  }, [given]);

  const runText = (text: string) => {
    if (text.trim() === '' || state.requestId !== null) return;
    setView('result');
    void run(text, versions);
  };
  const open = (text: string) => {
    setSql(text);
    setView('result');
  };
  const runNamed = async (query: RequestOf<'query.run'>) => {
    try {
      const { sql: text, parameters } = await client.request('query.run', query);
      const plain = plainSql(text, parameters);
      setSql(plain);
      runText(plain);
    } catch (thrown) {
      fail(thrown);
    }
  };
  useShortcut('run-sql', () => runText(written.current));
  useShortcut('cancel', cancel);
  const help = t('sql.help', { keys: keysText('run-sql') });
  const isAnswered = state.result !== null && state.failure === null && state.sql === sql;
  const failedLine = state.sql === sql ? state.failure?.facts['line'] : null;
  return (
    <div className="sql-tab">
      <SqlEditor
        value={sql}
        onChange={setSql}
        label={t('sql.label')}
        help={help}
        example={t('sql.example')}
        errorLine={typeof failedLine === 'number' ? failedLine : null}
        tables={tables}
      />
      <div className="sql-tools">
        <button
          type="button"
          className="button button-strong"
          disabled={state.requestId !== null || sql.trim() === ''}
          title={keysText('run-sql')}
          onClick={() => runText(sql)}
        >
          <Icon name="play" />
          {t('sql.run')}
        </button>
        {state.requestId !== null && (
          <button
            type="button"
            className="button"
            title={keysText('cancel')}
            onClick={() => cancel()}
          >
            <Icon name="cross" />
            {t('sql.cancel')}
          </button>
        )}
        <KeepStatement
          sql={sql}
          result={isAnswered ? state.result : null}
          onSaved={() => setSaves(saves + 1)}
        />
        <span className="sql-help">{help}</span>
      </div>
      {versions && (
        <p className="sql-versions">
          <Announced text={t('sql.atVersions', { versions: at ?? '' })} />
          {t('sql.atVersions', { versions: at ?? '' })}
          <button type="button" className="button" onClick={() => adjust({ at: null })}>
            {t('sql.toNewest')}
          </button>
        </p>
      )}
      {state.failure && <FailureCard failure={state.failure} onDismiss={dismiss} />}
      <SegmentedChoice
        label={t('sql.views')}
        choices={views}
        chosen={view}
        textOf={(one) => t(`sql.${one}`)}
        onChoose={(one) => setView(one)}
      />
      <div className="sql-result" data-testid="sql-result">
        {view === 'result' &&
          (state.result ? (
            <SqlResult result={state.result} />
          ) : (
            <p className="panel-note">{t('sql.noResult')}</p>
          ))}
        {view === 'sqlHistory' && (
          <StatementHistory
            freshness={state.requestId ?? 'idle'}
            onOpen={open}
            onRun={(text) => {
              setSql(text);
              runText(text);
            }}
          />
        )}
        {view === 'saved' && <SavedQueries freshness={saves} onOpen={open} />}
        {view === 'readyMade' &&
          (hasNoTables ? (
            <NoTables icon="stack" willAppear={t('data.noTables')} />
          ) : (
            <ReadyMade onChoose={(query) => void runNamed(query)} />
          ))}
      </div>
    </div>
  );
}
