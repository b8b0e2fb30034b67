import type { RecordFilter } from '../../../../main/contract/records';
import { FailureNotice } from '../../components/failure-notice';
import { NoTables } from '../../components/no-tables';
import { PanelNotice } from '../../components/panel-notice';
import type { RowPages } from '../../grid/use-row-pages';
import { t } from '../../languages/language';
import { useStores } from '../../state/stores';
import { noRowsText } from './filter-text';

/** Instead of the grid: the first rows are on their way, could not be had, or there are none. */
export function RowsNotice(props: {
  table: string;
  pages: RowPages;
  filters: readonly RecordFilter[];
  onClearFilter: () => void;
}) {
  const { table, pages, filters, onClearFilter } = props;
  const state = useStores('overview', (overview) => overview.overview?.pipeline.state ?? null);
  const { head, failure } = pages;
  // Served for some time, it has every table of the pack: another name is a wrong one.
  const isServing = state === 'running' || state === 'degraded';
  if (head === null && failure?.code === 'TABLE_UNKNOWN' && !isServing)
    return <NoTables icon="table" willAppear={t('data.rowsWillAppear', { table })} />;
  if (head === null && failure) return <FailureNotice failure={failure} onRetry={pages.reload} />;
  if (head === null) return <PanelNotice icon="arc" spins title={t('panel.loading')} />;
  if (filters.length === 0) return <PanelNotice icon="table" title={t('data.empty')} />;
  return (
    <PanelNotice
      icon="table"
      title={noRowsText(filters, head.columns)}
      action={
        <button type="button" className="button" onClick={onClearFilter}>
          {t('panel.clearFilter')}
        </button>
      }
    />
  );
}
