import type { LoggedEvent } from '../../../../main/contract/event-log';
import { writeAddress } from '../../state/address-store';

/** Time before and after an event in which the lines of the logs belong to it. */
const aroundMs = 5_000;

const byKind: Readonly<Record<string, string>> = {
  alert: '/quality',
  schemaChange: '/quality',
  state: '/pipeline',
};
const byComponent: Readonly<Record<string, string>> = {
  export: '/export',
  exports: '/export',
  settings: '/settings',
  doctor: '/diagnostics',
  query: '/pipeline',
  quality: '/quality',
};

/** The place that an event is about; null where it names none. */
export function placeOfEvent({ kind, component }: LoggedEvent): string | null {
  return byKind[kind] ?? byComponent[component] ?? null;
}

/** The lines of all logs around an event. */
export function linesAround({ atMs }: LoggedEvent): string {
  const [from, until] = [atMs - aroundMs, atMs + aroundMs].map(String) as [string, string];
  return writeAddress('/logs', { from, until });
}
