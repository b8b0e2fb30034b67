import { describeUnfitJava, findJava } from './find-java.mjs';
import { inspectMaven, mavenLauncher } from './find-maven.mjs';
import { installAdvice } from './install-advice.mjs';
import { Problem } from './problem.mjs';

function javaLines(seen) {
  return [
    seen.length === 0
      ? 'A JDK is missing: no Java was found by JAVA_HOME, on PATH or where this platform keeps it.'
      : 'A JDK that works is missing.',
    ...seen.map((java) => `  ${describeUnfitJava(java)}`),
    '  Needed: a JDK 17 (17.0.11 or later), 21, or 25 (25.0.3 or later).',
    `  Install: ${installAdvice('jdk')}`,
    '  If it is there already in a folder of your own, name that folder in JAVA_HOME.',
  ];
}

function mavenLines(found) {
  return [
    found === null
      ? 'Maven is missing: there is no mvn on PATH.'
      : found.version === null
        ? `Maven at ${found.launcher} does not start.`
        : `Maven ${found.version} at ${found.launcher} is too old.`,
    '  Needed: Apache Maven 3.6.3 or later.',
    `  Install: ${installAdvice('maven')}`,
  ];
}

/**
 * The JDK, and Maven when `needsMaven`. Fails with a `Problem` that names all that is missing at
 * once, each with the command to install it. Maven is asked for its version only when it is used.
 */
export function checkRequirements({ environment = process.env, needsMaven, platform }) {
  const { chosen, seen } = findJava(environment, platform);
  const launcher = mavenLauncher(environment, platform);
  const isMavenAsked = needsMaven && launcher !== null && chosen !== null;
  const maven = isMavenAsked ? inspectMaven(launcher, chosen.home, environment) : null;
  const isMavenUnfit = needsMaven && (launcher === null || (maven !== null && !maven.isFit));
  const lines = [
    ...(chosen === null ? javaLines(seen) : []),
    ...(isMavenUnfit ? mavenLines(maven) : []),
  ];
  if (lines.length > 0) throw new Problem([...lines, 'Then run the same command again.']);
  return { javaHome: chosen.home, javaVersion: chosen.version, maven: launcher };
}
