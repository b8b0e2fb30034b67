const written =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:[.,]\d{1,9})?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const mostZoneHours = 18;

/**
 * A time in the one form that the job reads, `2026-11-21T10:00:00Z` with up to nine digits of a
 * second's fraction: a cell may have a blank for the `T`, and leave out the seconds, the time of day
 * and the zone, which is UTC then (floor.md S0-6). Null for a text that is no time.
 */
export function isoTime(text: string): string | null {
  const match = written.exec(text);
  if (!match) return null;
  const [, day, minutes = '00:00', seconds = ':00', zone = 'Z'] = match;
  const zoneHours = Number(zone.slice(1, 3));
  const atMs = Date.parse(`${day}T${minutes}${seconds.slice(0, 3)}Z`);
  // Date.parse takes 24:00 and the 30th of February for times of the day after.
  const isReal = !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(day!);
  if (!isReal || day!.startsWith('0000') || zoneHours > mostZoneHours) return null;
  const digits = zone.slice(1).replace(':', '');
  const offset = digits === '' ? 'Z' : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2) || '00'}`;
  return `${day}T${minutes}${seconds.replace(',', '.')}${offset}`;
}

/** Such a time as epoch milliseconds; NaN when it is none. */
export function eventTimeMs(text: string): number {
  const time = isoTime(text);
  return time === null ? Number.NaN : Date.parse(time.replace(/(\.\d{3})\d+/, '$1'));
}
