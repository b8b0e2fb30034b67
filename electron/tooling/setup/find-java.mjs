import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isFitJava, parseVersion } from './version.mjs';

const program = (name, platform) => (platform === 'win32' ? `${name}.exe` : name);

/** Sub-folders of `parent` with `inside` appended; empty when `parent` is not there. */
function childrenOf(parent, inside = '') {
  try {
    return readdirSync(parent).map((name) => join(parent, name, inside));
  } catch {
    return [];
  }
}

/** The JDK folder that the `java` of one PATH folder belongs to. */
function homeOnPath(folder, platform) {
  const java = join(folder, program('java', platform));
  return existsSync(java) ? [dirname(dirname(realpathSync(java)))] : [];
}

/** JDK folders in the order of preference: JAVA_HOME, PATH, then where each platform installs. */
export function javaHomes(environment = process.env, platform = process.platform) {
  const onPath = (environment.PATH ?? environment.Path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => homeOnPath(folder, platform));
  const programFiles = environment.ProgramFiles ?? 'C:\\Program Files';
  const installed = {
    linux: () => childrenOf('/usr/lib/jvm').sort(),
    darwin: () => [
      ...childrenOf('/Library/Java/JavaVirtualMachines', 'Contents/Home'),
      ...childrenOf('/opt/homebrew/opt', 'libexec/openjdk.jdk/Contents/Home'),
    ],
    win32: () =>
      ['Eclipse Adoptium', 'Java', 'Microsoft', 'Zulu', 'Amazon Corretto'].flatMap((vendor) =>
        childrenOf(join(programFiles, vendor)),
      ),
  }[platform];
  const fromHome = environment.JAVA_HOME ? [environment.JAVA_HOME] : [];
  return [...new Set([...fromHome, ...onPath, ...(installed?.() ?? [])])];
}

/** Version text of a JDK: from its `release` file, else by asking it; null when it will not say. */
function versionText(home, java) {
  try {
    const release = readFileSync(join(home, 'release'), 'utf8');
    const stated = /^JAVA_VERSION="(.*)"/m.exec(release)?.[1];
    if (stated) return { version: stated, home };
  } catch {
    // Not a JDK folder but the home of a launcher script: the program itself knows.
  }
  const asked = spawnSync(java, ['-XshowSettings:properties', '-version'], { encoding: 'utf8' });
  const property = (name) => new RegExp(`${name} = (.*)`).exec(asked.stderr ?? '')?.[1]?.trim();
  return { version: property('java\\.version') ?? null, home: property('java\\.home') ?? home };
}

/** One JDK folder looked at: its version, and whether it can compile; null when it has no `java`. */
export function inspectJava(candidate, platform = process.platform) {
  const java = join(candidate, 'bin', program('java', platform));
  if (!existsSync(java)) return null;
  const { version, home } = versionText(candidate, java);
  return {
    home,
    version,
    isFit: isFitJava(parseVersion(version)),
    hasCompiler: existsSync(join(home, 'bin', program('javac', platform))),
  };
}

/** The first JDK that fits, or `chosen: null` with all that were `seen` and why each was refused. */
export function findJava(environment = process.env, platform = process.platform) {
  const seen = [];
  for (const home of javaHomes(environment, platform)) {
    const java = inspectJava(home, platform);
    if (java === null) continue;
    if (java.isFit && java.hasCompiler) return { chosen: java, seen };
    seen.push(java);
  }
  return { chosen: null, seen };
}

/** Why a JDK that was seen is not used, as one sentence. */
export function describeUnfitJava({ home, version, isFit }) {
  if (version === null) return `The Java in ${home} does not tell its version.`;
  if (!isFit) return `Java ${version} in ${home} is not one of the versions that work.`;
  return `Java ${version} in ${home} has no compiler (javac): it is a runtime, not a JDK.`;
}
