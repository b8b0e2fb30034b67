import { locale, t, unitSpace } from '../languages/language';
import { missing } from './missing';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, found);
  return found;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;
const clockWithSeconds = { ...clock, second: '2-digit' } as const;
const day = { day: 'numeric', month: 'short' } as const;

/** Local time of day, `14:02`; with the day in front when it is not the day of `nowMs`. */
export function formatClock(atMs: number, nowMs: number): string {
  const sameDay = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const time = format(clock).format(atMs);
  return sameDay ? time : `${format(day).format(atMs)}, ${time}`;
}

/** Local time of day with seconds, `10:35:22`. */
export function formatClockSeconds(atMs: number): string {
  return format(clockWithSeconds).format(atMs);
}

/** A span in its two largest useful units: `8 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function formatElapsed(spanMs: number): string {
  const seconds = Math.max(0, Math.floor(spanMs / 1000));
  const [minutes, hours, days] = [60, 3600, 86_400].map((size) => Math.floor(seconds / size));
  const part = (figure: number, unit: 'seconds' | 'minutes' | 'hours' | 'days') =>
    `${figure}${unitSpace()}${t(`age.${unit}`)}`;
  if (!minutes) return part(seconds, 'seconds');
  if (!hours) return part(minutes, 'minutes');
  if (!days) return `${part(hours, 'hours')} ${part(minutes % 60, 'minutes')}`;
  return `${part(days, 'days')} ${part(hours % 24, 'hours')}`;
}

/** `3 s ago`; null is "—"; a clock slightly ahead reads "just now", never a negative age. */
export function formatAge(atMs: number | null, nowMs: number): string {
  if (atMs === null) return missing;
  const spanMs = nowMs - atMs;
  return spanMs < 1000 ? t('age.now') : t('age.ago', { span: formatElapsed(spanMs) });
}

/** A measured duration: `840 ms`, `1.24 s`, `12.4 s`; null is "—". */
export function formatDuration(durationMs: number | null): string {
  if (durationMs === null) return missing;
  if (durationMs < 1000) return `${Math.round(durationMs)}${unitSpace()}ms`;
  const seconds = durationMs / 1000;
  const digits = seconds < 10 ? 2 : 1;
  const figure = seconds.toLocaleString(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${figure}${unitSpace()}s`;
}

/** Local day and time, `22 Dec 2025, 10:35:22`. */
export function formatMoment(atMs: number): string {
  if (Number.isNaN(atMs)) return missing;
  return `${format({ ...day, year: 'numeric' }).format(atMs)}, ${formatClockSeconds(atMs)}`;
}

/** The same of a stored time, with the fraction of its second as it is stored, where it has one. */
export function formatExactMoment(stored: string): string {
  const fraction = /:\d\d\.(\d*[1-9])/.exec(stored)?.[1];
  const moment = formatMoment(Date.parse(stored));
  return fraction === undefined ? moment : `${moment}${decimalMark()}${fraction}`;
}

/** What stands between a whole number and its fraction in the window's language. */
const decimalMark = () => (1.1).toLocaleString(locale()).charAt(1);
