import { readProcessUsage } from '../supervisor/process-usage';
import type { Overview } from '../contract/api';
import type { MetricRows } from '../history/metric-rows';
import { answerApi, type ApiSource, type HttpAnswer } from './api-routes';
import { Metrics } from './metrics';

/** The HTTP API over a pack's queries and the app's metrics; answers a path, null for no such one. */
export function openHttpApi(
  { routes, runQuery }: Pick<ApiSource, 'routes' | 'runQuery'>,
  readOverview: () => Overview,
  readMeasured: () => MetricRows | null,
): (path: string) => Promise<HttpAnswer | null> {
  const metrics = new Metrics(readOverview, readProcessUsage, readMeasured);
  const source: ApiSource = { routes, runQuery, readMetrics: () => metrics.read() };
  return (path) => answerApi(source, path);
}
