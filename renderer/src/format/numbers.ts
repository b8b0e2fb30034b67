import { messages } from '../messages';

const integer = new Intl.NumberFormat(messages.locale, { maximumFractionDigits: 0 });
const money = new Intl.NumberFormat(messages.locale, { style: 'currency', currency: 'EUR' });
const oneDecimal = new Intl.NumberFormat(messages.locale, { maximumFractionDigits: 1 });

/** `12,480`; null is "—", never 0. */
export function formatInteger(value: number | bigint | null): string {
  return value === null ? messages.missing : integer.format(value);
}

/** A rate or another small figure with at most one decimal: `0.5`, `499.8`, `1,250`. */
export function formatRate(value: number | null): string {
  if (value === null) return messages.missing;
  return value < 1000 ? oneDecimal.format(value) : integer.format(value);
}

/** An amount in euro, exact to the cent: `€15,678.45`. */
export function formatEuro(value: number): string {
  return money.format(value);
}

/** An axis label: `€0`, `€250`, `€1.2 k`, `€3 M`. */
export function formatShortEuro(value: number): string {
  const steps: [number, string][] = [
    [1_000_000_000, ' bn'],
    [1_000_000, ' M'],
    [1_000, ' k'],
  ];
  const [size, suffix] = steps.find(([step]) => Math.abs(value) >= step) ?? [1, ''];
  return `€${oneDecimal.format(value / size)}${suffix}`;
}
