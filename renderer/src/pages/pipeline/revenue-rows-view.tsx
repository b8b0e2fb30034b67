import { useMemo } from 'react';
import type { QueryResult } from '../../../../main/contract/query';
import { RevenueChart } from './revenue-chart';
import { totalRevenue, toRevenueRows } from './revenue-rows';
import { RevenueTable } from './revenue-table';

/** The rows themselves; the attributes let a test compare what is drawn with what is stored. */
export function RevenueRows({ result, isTable }: { result: QueryResult; isTable: boolean }) {
  const rows = useMemo(() => toRevenueRows(result), [result]);
  return (
    <div
      className="revenue-rows"
      data-testid="revenue"
      data-point-count={rows.length}
      data-sum={totalRevenue(rows)}
    >
      {isTable ? <RevenueTable rows={rows} /> : <RevenueChart rows={rows} />}
    </div>
  );
}
