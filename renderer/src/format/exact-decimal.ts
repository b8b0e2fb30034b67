import { locale } from '../languages/language';
import { missing } from './missing';
import { formatInteger } from './numbers';

/** A decimal given as text with all its digits: `12,480.50`, `12 480,50`; null is "—". */
export function formatExactDecimal(text: string | null): string {
  if (text === null) return missing;
  const [, sign = '', whole = '0', fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (fraction === undefined && !/^-?\d+$/.test(text)) return text;
  const point = locale() === 'fr-FR' ? ',' : '.';
  const digits = formatInteger(BigInt(whole));
  return sign + digits + (fraction === undefined ? '' : point + fraction);
}
