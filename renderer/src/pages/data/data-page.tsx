import { Learn } from '../../components/learn';
import { NoTables } from '../../components/no-tables';
import { PanelNotice } from '../../components/panel-notice';
import { SegmentedChoice } from '../../components/segmented-choice';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { dataTabs, readDataView } from './data-address';
import { FilesTab } from './files-tab';
import { HistoryTab } from './history-tab';
import { RowsTab } from './rows-tab';
import { SchemaTab } from './schema-tab';
import { SqlTab } from './sql-tab';
import { TableNote } from './table-note';
import { TableTree } from './table-tree';
import { useOpenTable } from './use-open-table';

/** What exactly is in the tables? */
export function DataPage() {
  const address = useStores('address', (state) => state.address);
  const hasNoTables = useStores('overview', (state) => state.overview?.tables.length === 0);
  const adjust = useStores('address', (state) => state.adjust);
  // The layout of the columns comes with what was kept; a grid is not laid out twice.
  const isKept = useStores('kept', (state) => state.isLoaded);
  const view = readDataView(address);
  useOpenTable(view);
  return (
    <main className="data-page">
      <TableTree current={view.kind === 'table' ? view.table : view.kind} />
      {view.kind === 'sql' && <SqlTab />}
      {view.kind !== 'sql' && hasNoTables && (
        <NoTables icon="stack" willAppear={t('data.noTables')} />
      )}
      {view.kind === 'none' && !hasNoTables && (
        <PanelNotice icon="stack" title={t('data.choose')} />
      )}
      {view.kind === 'table' && !hasNoTables && (
        <section className="table-view" aria-label={view.table}>
          <header className="table-head">
            <h2 title={view.table}>{view.table}</h2>
            <Learn topic={view.tab === 'history' ? 'acid' : 'outputMode'} />
            <TableNote table={view.table} version={view.version} />
            <SegmentedChoice
              label={t('data.tabs')}
              choices={dataTabs}
              chosen={view.tab}
              textOf={(tab) => t(`data.${tab}`)}
              onChoose={(tab) => adjust({ tab: tab === 'rows' ? null : tab })}
            />
          </header>
          {view.tab === 'rows' &&
            (isKept ? (
              <RowsTab key={view.table} view={view} />
            ) : (
              <PanelNotice icon="arc" spins title={t('panel.loading')} />
            ))}
          {view.tab === 'schema' && (
            <SchemaTab key={view.table} table={view.table} version={view.version} />
          )}
          {view.tab === 'history' && <HistoryTab table={view.table} />}
          {view.tab === 'files' && (
            <FilesTab key={view.table} table={view.table} version={view.version} />
          )}
        </section>
      )}
    </main>
  );
}
