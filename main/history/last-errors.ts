import { runQuery, type QueryPlace } from '../analytics/run-query';
import type { LastError } from '../contract/last-errors';

/** The newest error of each component over the last 24 hours, from `ops.event_log`. */
export async function readLastErrors(place: QueryPlace): Promise<LastError[]> {
  const { rows } = await runQuery(
    place,
    `SELECT component, max_by(message, logged_at), epoch_ms(max(logged_at)) FROM ops.event_log
     WHERE severity = 'error' AND logged_at > now() - INTERVAL 24 HOUR
     GROUP BY component ORDER BY component`,
  );
  return rows.map(([component, message, atMs]) => ({
    component: String(component),
    message: String(message),
    atMs: Number(atMs),
  }));
}
