import { messages } from '../messages';

const clock = new Intl.DateTimeFormat(messages.locale, {
  hour: '2-digit',
  minute: '2-digit',
});
const clockWithSeconds = new Intl.DateTimeFormat(messages.locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = new Intl.DateTimeFormat(messages.locale, {
  day: 'numeric',
  month: 'short',
});

/** Local time of day, `14:02`; with the day in front when it is not the day of `nowMs`. */
export function formatClock(atMs: number, nowMs: number): string {
  const sameDay = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
  const time = clock.format(atMs);
  return sameDay ? time : `${day.format(atMs)}, ${time}`;
}

/** Local time of day with seconds, `10:35:22`. */
export function formatClockSeconds(atMs: number): string {
  return clockWithSeconds.format(atMs);
}

/** A span in its two largest useful units: `8 s`, `12 min`, `3 h 5 min`, `2 d 4 h`. */
export function formatElapsed(spanMs: number): string {
  const units = messages.age;
  const seconds = Math.max(0, Math.floor(spanMs / 1000));
  if (seconds < 60) return `${seconds} ${units.seconds}`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} ${units.minutes}`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${units.hours} ${minutes % 60} ${units.minutes}`;
  return `${Math.floor(hours / 24)} ${units.days} ${hours % 24} ${units.hours}`;
}

/** `3 s ago`; null is "—"; a clock slightly ahead reads "just now", never a negative age. */
export function formatAge(atMs: number | null, nowMs: number): string {
  if (atMs === null) return messages.missing;
  const spanMs = nowMs - atMs;
  return spanMs < 1000 ? messages.age.now : `${formatElapsed(spanMs)} ${messages.age.ago}`;
}

/** A measured duration: `840 ms`, `1.24 s`, `12.4 s`; null is "—". */
export function formatDuration(durationMs: number | null): string {
  if (durationMs === null) return messages.missing;
  if (durationMs < 1000) return `${Math.round(durationMs)} ms`;
  const seconds = durationMs / 1000;
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
}
