import { useMemo } from 'react';
import type { NamedQuery } from '../../../../main/contract/query';
import { useRequest } from '../../state/use-request';
import type { DashboardPanel } from './dashboards';
import { toParameters } from './filters';
import type { Filters } from './filters';
import { trendsOf } from './trends';
import type { Trends } from './trends';
import { freshnessOf } from './use-refresh';
import type { Refresh } from './use-refresh';

/**
 * The small lines of a panel of tiles, empty for another panel. Those of its slow query come after
 * its figures and are read anew with each reading of all panels, not with each version of a table: no
 * figure waits for them.
 */
export function useTrends(of: {
  readonly panel: DashboardPanel;
  readonly query: NamedQuery;
  readonly pack: string | undefined;
  readonly filters: Filters;
  readonly refresh: Refresh;
  /** Whether the panel's figures stand. */
  readonly isDrawn: boolean;
}): Trends {
  const { panel, query, pack, filters, refresh, isDrawn } = of;
  const isLive = filters.version === null;
  // A range of minutes moves on with each version: for the slow query with each reading of all.
  const turnAtMs = useMemo(() => refresh.atMs, [refresh.turn]);
  const requestOf = (name: string, atMs: number) => ({
    name,
    ...(pack === undefined ? {} : { pack }),
    parameters: toParameters(filters, query, atMs),
    atVersion: filters.version,
  });
  const [trend, slow] = panel.kind === 'tiles' ? [panel.trend, panel.slowTrend] : [null, null];
  const quickly = useRequest(
    'query.run',
    trend && requestOf(trend.query, refresh.atMs),
    isLive ? freshnessOf(refresh, null) : '',
  ).value;
  const slowly = useRequest(
    'query.run',
    slow && isDrawn ? requestOf(slow.query, turnAtMs) : null,
    isLive ? refresh.turn : '',
  ).value;
  return useMemo(
    () => new Map([...trendsOf(quickly, trend), ...trendsOf(slowly, slow)]),
    [quickly, trend, slowly, slow],
  );
}
