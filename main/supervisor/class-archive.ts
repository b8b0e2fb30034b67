import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A JVM that is started again and again. */
export interface JavaProgram {
  /** Begins the names of its files; letters. */
  readonly name: string;
  /** The `java` program. */
  readonly java: string;
  /** Folders of jars, in the order of the class path. */
  readonly jarFolders: readonly string[];
}

/**
 * The parsed classes of a program, kept between its starts (class-data sharing, JEP 310): its first
 * work is then done in little more than half the time. An archive belongs to one JVM and one class
 * path; the name tells which, and the JVM itself runs without one that it does not like.
 */
export interface ClassArchive {
  readonly program: JavaProgram;
  /** The class path, of jars alone: archives know no folders of classes. */
  readonly classPath: string;
  /** The classes that were needed, a line each, written by the program while it runs. */
  readonly list: string;
  readonly archive: string;
}

/** Where the archive of a program is, or will be, in `folder`. */
export function classArchive(folder: string, program: JavaProgram): ClassArchive {
  const file = join(folder, `${program.name}-${fingerprint(program)}`);
  const classPath = program.jarFolders.map((each) => join(each, '*')).join(delimiter);
  return { program, classPath, list: `${file}.classes`, archive: `${file}.jsa` };
}

export function isWritten({ archive }: ClassArchive): boolean {
  return statSync(archive, { throwIfNoEntry: false }) !== undefined;
}

/**
 * Has an archive mapped at the address it was made for. Newer builds of 17 and 21 put it elsewhere,
 * which rewrites its pointers: all of its pages are then read and held by each process (measured:
 * 173 MB after the start of an idle JVM, not 29).
 */
const mapAsWritten = ['-XX:+UnlockDiagnosticVMOptions', '-XX:ArchiveRelocationMode=0'];

/**
 * The flags of a start: with the archive, or noting the classes for one. Removes archives that were
 * made for another JVM or class path. The JVM's warnings go to stderr, since stdout may carry a
 * protocol.
 */
export function classArchiveFlags(folder: string, archive: ClassArchive): string[] {
  mkdirSync(folder, { recursive: true });
  const { name } = archive.program;
  for (const file of readdirSync(folder).filter((each) => each.startsWith(`${name}-`))) {
    if (![archive.list, archive.archive].includes(join(folder, file))) {
      rmSync(join(folder, file), { force: true });
    }
  }
  return [
    ...mapAsWritten,
    isWritten(archive)
      ? `-XX:SharedArchiveFile=${archive.archive}`
      : `-XX:DumpLoadedClassList=${archive.list}`,
    '-Xshare:auto',
    '-Xlog:disable',
    '-Xlog:all=error:stderr',
  ];
}

function fingerprint({ java, jarFolders }: JavaProgram): string {
  const hash = createHash('sha256');
  const jars = jarFolders.flatMap((folder) => readdirSync(folder).map((jar) => join(folder, jar)));
  for (const file of [java, ...jars.sort()]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
