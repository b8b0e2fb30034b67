import { useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import { useLanguage } from '../../state/use-language';
import { RevenueChart } from './revenue-chart';
import { totalRevenue, toRevenueRows } from './revenue-rows';
import { RevenueTable } from './revenue-table';

/** The rows themselves; the attributes let a test compare what is drawn with what is stored. */
export function RevenueRows(props: {
  result: QueryResult;
  isTable: boolean;
  /** Opens a row of the result; absent: the bars do not open. */
  onOpen?: (row: number) => void;
}) {
  const { result, isTable, onOpen } = props;
  const language = useLanguage();
  const rows = useMemo(() => toRevenueRows(result), [result, language]);
  const open = (countryCode: string, segmentCode: string | undefined) => {
    const at = ['country_code', 'segment_code'].map((name) =>
      result.columns.findIndex((column) => column.name === name),
    ) as [number, number];
    const isCountry = (row: QueryResult['rows'][number]) => row[at[0]] === countryCode;
    const exact = result.rows.findIndex((row) => isCountry(row) && row[at[1]] === segmentCode);
    onOpen?.(exact < 0 ? result.rows.findIndex(isCountry) : exact);
  };
  return (
    <div
      className="revenue-rows"
      data-testid="revenue"
      data-point-count={rows.length}
      data-sum={totalRevenue(rows)}
    >
      {isTable ? (
        <RevenueTable rows={rows} />
      ) : (
        <RevenueChart rows={rows} onOpen={onOpen && open} />
      )}
    </div>
  );
}
