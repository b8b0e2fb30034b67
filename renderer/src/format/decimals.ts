/**
 * Sum of exact decimals given as text (`"1234.50"`), as text with two digits after the point.
 * Adding floats would lose cents; the query sends text for that reason.
 */
export function sumDecimals(values: readonly string[]): string {
  let cents = 0n;
  for (const value of values) cents += toCents(value);
  const sign = cents < 0n ? '-' : '';
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Throws on what is no decimal, and on more than two digits after the point: no cent is guessed. */
function toCents(value: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(value);
  if (!match) throw new Error(`not an amount in euro and cents: ${value.slice(0, 40)}`);
  const [, sign, whole, fraction = ''] = match;
  const cents = BigInt(`${whole}${fraction.padEnd(2, '0')}`);
  return sign ? -cents : cents;
}
