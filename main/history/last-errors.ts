import { runQuery, type QueryPlace } from '../analytics/run-query';
import { readEventTold } from '../contract/event-told';
import type { LastError } from '../contract/last-errors';

/** The newest error of each component over the last 24 hours, from `ops.event_log`. */
export async function readLastErrors(place: QueryPlace): Promise<LastError[]> {
  const { rows } = await runQuery(
    place,
    `SELECT component, message, details, epoch_ms(logged_at) FROM ops.event_log
     WHERE severity = 'error' AND logged_at > now() - INTERVAL 24 HOUR
     QUALIFY row_number() OVER (PARTITION BY component ORDER BY logged_at DESC) = 1
     ORDER BY component`,
  );
  return rows.map(([component, message, details, atMs]) => ({
    component: String(component),
    message: String(message),
    told: readEventTold(details === null ? null : String(details)),
    atMs: Number(atMs),
  }));
}
