import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { failed } from '../contract/failure';

export interface JavaRuntime {
  readonly path: string;
  readonly version: string;
}

const program = process.platform === 'win32' ? 'java.exe' : 'java';

/** Version in the answer of `java -version`, e.g. `17.0.15`; null when it is none. */
export function parseJavaVersion(answer: string): string | null {
  return /version "(\d+(?:\.\d+)*)/.exec(answer)?.[1] ?? null;
}

/** 17 from 17.0.11, 21, 25 from 25.0.3: earlier ones have known faults with this work. */
export function isFitJava(version: string): boolean {
  const [major = 0, minor = 0, update = 0] = version.split('.').map(Number);
  if (major === 17) return minor > 0 || update >= 11;
  if (major === 25) return minor > 0 || update >= 3;
  return major === 21;
}

/** Places to look, the person's own choice first. */
function candidates(environment: NodeJS.ProcessEnv): string[] {
  const homes = [environment['JAVA_HOME']].filter((home): home is string => Boolean(home));
  const installed = ['/usr/lib/jvm', '/Library/Java/JavaVirtualMachines'].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)) : [],
  );
  const below = (home: string) => [join(home, 'bin', program), join(home, 'Contents/Home/bin', program)];
  return [
    ...[environment['DELTADESK_JAVA']].filter((path): path is string => Boolean(path)),
    ...homes.flatMap(below).filter(existsSync),
    program,
    ...installed.flatMap(below).filter(existsSync),
  ];
}

async function readVersion(path: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  try {
    const options = { timeout: 20_000, env: environment };
    const { stdout, stderr } = await promisify(execFile)(path, ['-version'], options);
    return parseJavaVersion(stderr + stdout);
  } catch {
    return null;
  }
}

/** The first fitting Java; `JAVA_NOT_FOUND`, or `JAVA_VERSION_UNFIT` naming the first unfit one. */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<JavaRuntime> {
  let unfit: JavaRuntime | null = null;
  for (const path of candidates(environment)) {
    const version = await readVersion(path, environment);
    if (version && isFitJava(version)) return { path, version };
    if (version) unfit ??= { path, version };
  }
  if (unfit) throw failed('JAVA_VERSION_UNFIT', { path: unfit.path, found: unfit.version });
  throw failed('JAVA_NOT_FOUND');
}
