/** ISO 8601 in UTC with six fractional digits (floor.md S0-6). */
export function isoMicros(timestampMicros: number): string {
  const seconds = Math.floor(timestampMicros / 1_000_000);
  const fraction = String(timestampMicros - seconds * 1_000_000).padStart(6, '0');
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
}
