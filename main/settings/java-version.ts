/** Version in the answer of `java -version`, e.g. `17.0.15`; null when there is none in it. */
export function parseJavaVersion(answer: string): string | null {
  return /version "(\d+(?:\.\d+)*)/.exec(answer)?.[1] ?? null;
}

/**
 * 17 from 17.0.11, 21, and 25 from 25.0.3: what Spark and Kafka were measured with. Java 25 before
 * has a fault in G1 that corrupts Parquet data.
 */
export function isFitJava(version: string): boolean {
  const [major = 0, minor = 0, update = 0] = version.split('.').map(Number);
  if (major === 17) return minor > 0 || update >= 11;
  if (major === 25) return minor > 0 || update >= 3;
  return major === 21;
}
