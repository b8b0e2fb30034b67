import { readdirSync, realpathSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where systems put their Java runtimes, one folder each. */
export const javaFolders: readonly string[] =
  {
    linux: ['/usr/lib/jvm'],
    darwin: ['/Library/Java/JavaVirtualMachines'],
    win32: ['C:\\Program Files\\Eclipse Adoptium', 'C:\\Program Files\\Java'],
  }[process.platform as 'linux'] ?? [];

const program = process.platform === 'win32' ? 'java.exe' : 'java';

/**
 * The `java` programs of this machine, the person's own choice first: `DELTADESK_JAVA` (the program
 * or the folder of its runtime), `JAVA_HOME`, `PATH`, then the folders of the system. Each once.
 */
export function findJavaCandidates(
  environment: Readonly<Record<string, string | undefined>>,
  folders: readonly string[] = javaFolders,
): string[] {
  const { DELTADESK_JAVA: chosen, JAVA_HOME: home, PATH: path = '' } = environment;
  const places = [
    ...(chosen ? [chosen, ...programsOf(chosen)] : []),
    ...(home ? programsOf(home) : []),
    ...path
      .split(delimiter)
      .filter(Boolean)
      .map((folder) => join(folder, program)),
    ...folders.flatMap((folder) => runtimesIn(folder)).flatMap(programsOf),
  ];
  const byRealPath = new Map<string, string>();
  for (const place of places.filter(isFile)) {
    const real = realpathSync(place);
    if (!byRealPath.has(real)) byRealPath.set(real, place);
  }
  return [...byRealPath.values()];
}

/** `bin/java` of a runtime; on macOS it may lie deeper. */
function programsOf(runtime: string): string[] {
  return [join(runtime, 'bin', program), join(runtime, 'Contents', 'Home', 'bin', program)];
}

function runtimesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** False also where the way there leads through a file, such as Debian's `.jinfo` among runtimes. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
