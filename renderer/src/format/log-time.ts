import { locale } from '../languages/language';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(withDay: boolean): Intl.DateTimeFormat {
  const key = `${locale()} ${withDay}`;
  const found =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale(), {
      ...(withDay ? { day: '2-digit', month: '2-digit' } : {}),
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
    });
  formats.set(key, found);
  return found;
}

/** Local time of day with milliseconds, `10:35:22.041`; day and month in front on another day. */
export function formatClockMilliseconds(atMs: number, nowMs: number): string {
  return format(new Date(atMs).toDateString() !== new Date(nowMs).toDateString()).format(atMs);
}
