import { locale, t } from '../languages/language';
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
  if (seconds < 60) return `${seconds} ${t('age.seconds')}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} ${t('age.minutes')}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${t('age.hours')} ${minutes % 60} ${t('age.minutes')}`;
  return `${Math.floor(hours / 24)} ${t('age.days')} ${hours % 24} ${t('age.hours')}`;
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
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1000;
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}

/** Local day and time, `22 Dec 2025, 10:35:22`. */
export function formatMoment(atMs: number): string {
  if (Number.isNaN(atMs)) return missing;
  return `${format({ ...day, year: 'numeric' }).format(atMs)}, ${formatClockSeconds(atMs)}`;
}
