/**
 * The first version number in a text such as `v20.19.0`, `17.0.15+6` or `1.8.0_392`, as
 * `[major, minor, patch]` with 0 for parts not given; null when there is none.
 */
export function parseVersion(text) {
  const match = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text ?? '');
  return match === null ? null : [1, 2, 3].map((part) => Number(match[part] ?? 0));
}

/** Below 0 when `left` is older, 0 when equal, above 0 when newer. */
export function compareVersions(left, right) {
  const part = left.findIndex((number, index) => number !== right[index]);
  return part === -1 ? 0 : left[part] - right[part];
}

const isAtLeast = (version, floor) => version !== null && compareVersions(version, floor) >= 0;

/** Node 20.19 or newer, without 21 and 22.0 to 22.11, which the build's bundler refuses. */
export function isFitNode(version) {
  if (!isAtLeast(version, [20, 19, 0])) return false;
  return version[0] !== 21 && (version[0] !== 22 || version[1] >= 12);
}

/** Java 17 from 17.0.11, 21, or 25 from 25.0.3: earlier ones of 25 corrupt Parquet data. */
export function isFitJava(version) {
  if (version === null) return false;
  if (version[0] === 17) return isAtLeast(version, [17, 0, 11]);
  return version[0] === 21 || (version[0] === 25 && isAtLeast(version, [25, 0, 3]));
}

/** Maven 3.6.3 or newer: what the plugins of the two poms ask for. */
export function isFitMaven(version) {
  return isAtLeast(version, [3, 6, 3]);
}
