import type { RequestOf } from '../../../../main/contract/api';
import { eventSeverities } from '../../../../main/contract/event-log';
import { ranges } from './log-filter';
import type { RangeName } from './log-filter';

export type Severity = (typeof eventSeverities)[number];

/** What is shown of the event log, as the address says it. */
export interface EventFilter {
  readonly kind: string | null;
  readonly component: string | null;
  readonly leastSeverity: Severity;
  readonly range: RangeName | null;
  readonly text: string;
}

/** What cannot be read counts as not said. */
export function readEventFilter(
  parameters: Readonly<Record<string, string | undefined>>,
): EventFilter {
  const { range } = parameters;
  return {
    kind: parameters['kind'] ?? null,
    component: parameters['component'] ?? null,
    leastSeverity: eventSeverities.find((one) => one === parameters['severity']) ?? 'info',
    range: range && Object.hasOwn(ranges, range) ? (range as RangeName) : null,
    text: parameters['text'] ?? '',
  };
}

/** Leaves every filter out of the address. */
export const noEventFilter = {
  kind: null,
  component: null,
  severity: null,
  range: null,
  text: null,
} as const;

/** The filter as the control center is asked for it. */
export function eventRequest(filter: EventFilter): RequestOf<'eventLog.read'> {
  const { kind, component, leastSeverity, range, text } = filter;
  return {
    kinds: kind === null ? [] : [kind],
    components: component === null ? [] : [component],
    leastSeverity,
    lastMs: range && ranges[range],
    search: text === '' ? null : { text, isPattern: /[*?]/.test(text) },
  };
}
