import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { failed } from '../contract/failure';
import { findJavaCandidates, javaFolders } from './java-candidates';
import { isFitJava, parseJavaVersion } from './java-version';

/** A Java that was asked for its version. */
export interface JavaRuntime {
  /** The `java` program. */
  readonly path: string;
  /** E.g. `17.0.15`. */
  readonly version: string;
}

export interface JavaSearch {
  /** Folders of runtimes to look into last; those of the system by default. */
  readonly folders?: readonly string[];
  /** A program that has not told its version by then is none. */
  readonly deadlineMs?: number;
}

/**
 * The first Java that fits, see `findJavaCandidates` for the order. Fails with `JAVA_NOT_FOUND`, or
 * with `JAVA_VERSION_UNFIT`, which names the first one that was found.
 */
export async function findJava(
  environment: Readonly<Record<string, string | undefined>>,
  { folders = javaFolders, deadlineMs = 20_000 }: JavaSearch = {},
): Promise<JavaRuntime> {
  let unfit: JavaRuntime | null = null;
  for (const path of findJavaCandidates(environment, folders)) {
    const version = await readVersion(path, deadlineMs);
    if (version === null) continue;
    if (isFitJava(version)) return { path, version };
    unfit ??= { path, version };
  }
  if (unfit) throw failed('JAVA_VERSION_UNFIT', { path: unfit.path, found: unfit.version });
  throw failed('JAVA_NOT_FOUND');
}

/** Null when the program does not run, or is no Java. */
async function readVersion(path: string, timeout: number): Promise<string | null> {
  try {
    const run = promisify(execFile);
    const { stdout, stderr } = await run(path, ['-version'], { timeout, killSignal: 'SIGKILL' });
    return parseJavaVersion(`${stderr}\n${stdout}`);
  } catch {
    return null;
  }
}
