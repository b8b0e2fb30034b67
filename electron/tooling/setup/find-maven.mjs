import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { quoted } from './run-child.mjs';
import { isFitMaven, parseVersion } from './version.mjs';

/** Path of Maven's launcher: MAVEN_HOME, then PATH; null when there is none. */
export function mavenLauncher(environment = process.env, platform = process.platform) {
  const folders = (environment.PATH ?? environment.Path ?? '').split(delimiter);
  if (environment.MAVEN_HOME) folders.unshift(join(environment.MAVEN_HOME, 'bin'));
  const name = platform === 'win32' ? 'mvn.cmd' : 'mvn';
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Asks Maven for its version under the chosen JDK; `version` is null when it does not start. */
export function inspectMaven(launcher, javaHome, environment = process.env) {
  const needsShell = process.platform === 'win32';
  const asked = spawnSync(needsShell ? quoted(launcher) : launcher, ['-B', '--version'], {
    encoding: 'utf8',
    env: { ...environment, JAVA_HOME: javaHome },
    shell: needsShell,
  });
  const version = /Apache Maven (\S+)/.exec(asked.stdout ?? '')?.[1] ?? null;
  return { launcher, version, isFit: isFitMaven(parseVersion(version)) };
}
