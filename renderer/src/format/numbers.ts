import { locale, unitSpace } from '../languages/language';
import { toFrenchSpaces } from '../languages/french-typography';
import { missing } from './missing';

const formats = new Map<string, Intl.NumberFormat>();

/** One format for each language and kind: making one takes longer than using it. */
function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const found = formats.get(key) ?? new Intl.NumberFormat(locale(), options);
  formats.set(key, found);
  return found;
}

/** `12,480`; null is "—", never 0. */
export function formatInteger(value: number | bigint | null): string {
  return value === null ? missing : format({ maximumFractionDigits: 0 }).format(value);
}

/** A rate or another small figure with at most one decimal: `0.5`, `499.8`, `1,250`. */
export function formatRate(value: number | null): string {
  if (value === null) return missing;
  return format({ maximumFractionDigits: value < 1000 ? 1 : 0 }).format(value);
}

/** An amount in euro, exact to the cent: `€15,678.45`, `15 678,45 €`. */
export function formatEuro(value: number): string {
  const text = format({ style: 'currency', currency: 'EUR' }).format(value);
  // Intl puts a wide no-break space before the sign.
  return locale() === 'fr-FR' ? toFrenchSpaces(text) : text;
}

/** A share between 0 and 1: `35.0 %`. */
export function formatPercent(share: number | null): string {
  if (share === null) return missing;
  const figure = format({ minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(share * 100);
  return `${figure}\u202f%`;
}

/** Progress as it is told to readers: at each tenth, not at each step; nothing while not known. */
export const formatTenths = (percent: number | null): string =>
  percent === null ? '' : formatPercent(Math.floor(percent / 10) / 10);

const byteUnits = {
  'en-GB': ['B', 'kB', 'MB', 'GB', 'TB'],
  'fr-FR': ['o', 'ko', 'Mo', 'Go', 'To'],
};

/** Bytes in the largest unit that is not below one: `1.2 MB`, `1,2 Mo`. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return missing;
  const units = byteUnits[locale()];
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${formatRate(bytes / 1000 ** step)}${unitSpace()}${units[step]}`;
}

/** A short figure for tiles and axes: `12.4 k`, `1.2 M`, `1,2 M`. */
export function formatShort(value: number | null): string {
  if (value === null) return missing;
  const steps: [number, string][] = [
    [1_000_000_000, locale() === 'fr-FR' ? 'Md' : 'bn'],
    [1_000_000, 'M'],
    [1_000, 'k'],
  ];
  const [size, suffix] = steps.find(([step]) => Math.abs(value) >= step) ?? [1, ''];
  const figure = format({ maximumFractionDigits: 1 }).format(value / size);
  return suffix === '' ? figure : `${figure}${unitSpace()}${suffix}`;
}

/** An axis label or tile in euro: `€0`, `€1.2 k`, `1,2 M €`. */
export function formatShortEuro(value: number): string {
  const short = formatShort(value);
  return locale() === 'fr-FR' ? `${short}${unitSpace()}€` : `€${short}`;
}
