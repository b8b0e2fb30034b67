import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
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
  /** The folder of this data folder's own archives. */
  readonly folder: string;
  /** The class path, of jars alone: archives know no folders of classes. */
  readonly classPath: string;
  /** The classes that were needed, a line each, written by the program while it runs. */
  readonly list: string;
  readonly archive: string;
}

/** Where archives lie; neither folder need be there. */
export interface ArchiveFolders {
  /** Of those that set-up has written: never changed here. */
  readonly shipped: string;
  /** Of those that a data folder writes for itself where no shipped one fits, as after a new Java. */
  readonly own: string;
}

/** The archive that fits the program: the shipped one, else the own one, written or not. */
export function classArchive({ shipped, own }: ArchiveFolders, program: JavaProgram): ClassArchive {
  const name = `${program.name}-${fingerprint(program)}`;
  const classPath = program.jarFolders.map((each) => join(each, '*')).join(delimiter);
  const isShipped = isFile(join(shipped, `${name}.jsa`));
  const archive = join(isShipped ? shipped : own, `${name}.jsa`);
  return { program, folder: own, classPath, list: join(own, `${name}.classes`), archive };
}

export function isWritten({ archive }: ClassArchive): boolean {
  return isFile(archive);
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;

/**
 * Has an archive mapped at the address it was made for. Newer builds of 17 and 21 put it elsewhere,
 * which rewrites its pointers: all of its pages are then read and held by each process (measured:
 * 173 MB after the start of an idle JVM, not 29).
 */
const mapAsWritten = ['-XX:+UnlockDiagnosticVMOptions', '-XX:ArchiveRelocationMode=0'];

/**
 * The flags of a start: with the archive, or noting the classes for one. Removes own archives that
 * were made for another JVM or class path, or that a shipped one replaces. The JVM's warnings go to
 * stderr, since stdout may carry a protocol.
 */
export function classArchiveFlags(archive: ClassArchive): string[] {
  const { folder } = archive;
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
  // One Java has many names: set-up and start may know it by different ones.
  for (const file of [realpathSync(java), ...jars.sort()]) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
