/** An aggregate's transaction is named after its source: the version it carries is Silver's. */
const prefix = 'silver:';

/**
 * The Silver version that an aggregate contains, from its transactions (app id `silver:<table>`);
 * null when it has applied none yet.
 */
export function containedSilverVersion(
  transactions: Iterable<readonly [appId: string, version: number]>,
): number | null {
  const versions = [...transactions]
    .filter(([appId]) => appId.startsWith(prefix))
    .map(([, version]) => version);
  return versions.length === 0 ? null : Math.max(...versions);
}
