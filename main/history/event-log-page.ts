import { quoteText } from '../analytics/sql-quoting';
import { eventSeverities } from '../contract/event-log';
import type { EventLogPage, EventLogRequest } from '../contract/event-log';
import { readEventTold } from '../contract/event-told';
import type { TextSearch } from '../contract/log-search';
import type { Cell } from '../contract/query';

/** Rows of `ops.event_log` in the order in which they were written, each with its number. */
const numbered = `SELECT row_number() OVER () AS number, epoch_ms(logged_at) AS ms, kind, component,
    severity, message, details FROM ops.event_log`;

/** SELECT of one page of events, newest first. */
export function eventPageSql(request: EventLogRequest, nowMs: number): string {
  const { before, limit } = request;
  const from = before === null ? '' : `AND number < ${before}`;
  return `SELECT * FROM (${numbered}) WHERE ${conditionOf(request, nowMs)} ${from}
    ORDER BY number DESC LIMIT ${limit}`;
}

/** SELECT of how many events fit and are kept at all, and of the kinds and components there are. */
export function eventFacetsSql(request: EventLogRequest, nowMs: number): string {
  return `SELECT count_if(${conditionOf(request, nowMs)}), count(*),
      to_json(list_sort(list(DISTINCT kind)))::VARCHAR,
      to_json(list_sort(list(DISTINCT component)))::VARCHAR
    FROM (${numbered})`;
}

function conditionOf(request: EventLogRequest, nowMs: number): string {
  const { kinds, components, leastSeverity, lastMs, fromMs, untilMs, search } = request;
  const severities = eventSeverities.slice(eventSeverities.indexOf(leastSeverity));
  return [
    `severity IN (${listOf(severities)})`,
    kinds.length > 0 && `kind IN (${listOf(kinds)})`,
    components.length > 0 && `component IN (${listOf(components)})`,
    lastMs !== null && `ms >= ${nowMs - lastMs}`,
    fromMs !== null && `ms >= ${fromMs}`,
    untilMs !== null && `ms <= ${untilMs}`,
    search !== null && `message ILIKE ${quoteText(likePattern(search))} ESCAPE '!'`,
  ]
    .filter(Boolean)
    .join(' AND ');
}

function detailsOf(cell: Cell | undefined) {
  const details = cell === null || cell === undefined ? null : String(cell);
  return { details, told: readEventTold(details) };
}

const listOf = (texts: readonly string[]) => texts.map(quoteText).join(', ');

function likePattern({ text, isPattern }: TextSearch): string {
  const escaped = text.replace(/[!%_]/g, '!$&');
  return `%${isPattern ? escaped.replaceAll('*', '%').replaceAll('?', '_') : escaped}%`;
}

/** The rows of both statements as a page. */
export function toEventPage(
  rows: readonly (readonly Cell[])[],
  [facets = []]: readonly (readonly Cell[])[],
): EventLogPage {
  const [matches = 0, total = 0, kinds, components] = facets;
  const list = (json: Cell | undefined) => JSON.parse(String(json ?? '[]')) as string[];
  return {
    events: rows.map(([number, ms, kind, component, severity, message, details]) => ({
      number: Number(number),
      atMs: Number(ms),
      kind: String(kind),
      component: String(component),
      severity: eventSeverities.find((one) => one === severity) ?? 'info',
      message: String(message),
      ...detailsOf(details),
    })),
    matches: Number(matches),
    total: Number(total),
    kinds: list(kinds ?? '[]'),
    components: list(components ?? '[]'),
  };
}
