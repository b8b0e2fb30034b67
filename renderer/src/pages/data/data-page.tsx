import { Learn } from '../../components/learn';
import { PanelNotice } from '../../components/panel-notice';
import { t } from '../../languages/language';
import { keysText } from '../../shortcuts/keys-text';
import { useStores } from '../../state/stores';
import { dataTabs, readDataView } from './data-address';
import { FilesTab } from './files-tab';
import { HistoryTab } from './history-tab';
import { RowsTab } from './rows-tab';
import { SchemaTab } from './schema-tab';
import { SqlTab } from './sql-tab';
import { TableTree } from './table-tree';

/** What exactly is in the tables? */
export function DataPage() {
  const address = useStores('address', (state) => state.address);
  const hasTables = useStores('overview', (state) => (state.overview?.tables.length ?? 0) > 0);
  const adjust = useStores('address', (state) => state.adjust);
  // The layout of the columns comes with what was kept; a grid is not laid out twice.
  const isKept = useStores('kept', (state) => state.isLoaded);
  const view = readDataView(address);
  return (
    <main className="data-page">
      <TableTree current={view.kind === 'table' ? view.table : view.kind} />
      {view.kind === 'sql' && <SqlTab />}
      {view.kind === 'none' && (
        <PanelNotice
          icon="stack"
          title={t(hasTables ? 'data.choose' : 'data.noTables')}
          {...(hasTables
            ? {}
            : { detail: t('panel.howToStart', { keys: keysText('start-stop') }) })}
        />
      )}
      {view.kind === 'table' && (
        <section className="table-view" aria-label={view.table}>
          <header className="table-head">
            <h2>{view.table}</h2>
            <Learn topic={view.tab === 'history' ? 'acid' : 'outputMode'} />
            <div className="segmented segmented-text" role="group" aria-label={t('data.tabs')}>
              {dataTabs.map((tab) => (
                <button
                  key={tab}
                  type="button"
                  aria-pressed={view.tab === tab}
                  onClick={() => adjust({ tab: tab === 'rows' ? null : tab })}
                >
                  {t(`data.${tab}`)}
                </button>
              ))}
            </div>
          </header>
          {view.tab === 'rows' && isKept && <RowsTab key={view.table} view={view} />}
          {view.tab === 'schema' && (
            <SchemaTab key={view.table} table={view.table} version={view.version} />
          )}
          {view.tab === 'history' && <HistoryTab table={view.table} />}
          {view.tab === 'files' && <FilesTab table={view.table} version={view.version} />}
        </section>
      )}
    </main>
  );
}
