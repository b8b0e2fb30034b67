/** Tables with the versions that rows were read at, as an address carries them: `a.b@3,c.d@4`. */
export const writeVersions = (versions: Readonly<Record<string, number>>): string =>
  Object.entries(versions)
    .map(([table, version]) => `${table}@${version}`)
    .join(',');

/** The other way round; what cannot be read is left out. Null when nothing remains. */
export function readVersions(text: string | undefined): Record<string, number> | null {
  const found = [...(text ?? '').matchAll(/([a-z]+\.[a-z0-9_]+)@(\d{1,15})(?=,|$)/g)];
  if (found.length === 0) return null;
  return Object.fromEntries(found.map(([, table = '', version]) => [table, Number(version)]));
}
