import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findJava } from '../settings/java-runtime';
import { shippedFolders } from '../settings/installation';
import { classArchive, classArchiveFlags, isWritten } from './class-archive';
import { ClassArchiver } from './class-archiver';

/** A real JVM whose program prints its version: the smallest one with a class path of jars. */
describe('class archives', () => {
  let folder: string;
  let java: string;
  const jobJars = join(shippedFolders(join(__dirname, '..', '..')).jarsFolder, 'job');
  const program = () => ({ name: 'launch', java, jarFolders: [jobJars] });
  const folders = () => ({ shipped: join(folder, 'shipped'), own: join(folder, 'own') });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'deltadesk-archive-'));
    java = (await findJava(process.env)).path;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs `Launch` without a main class, which ends it at once with a sentence on stderr. */
  const launch = (...more: string[]) => {
    const archive = classArchive(folders(), program());
    const flags = classArchiveFlags(archive);
    const args = [...flags, ...more, '-cp', archive.classPath, 'deltadesk.launch.Launch'];
    try {
      execFileSync(java, args, { stdio: 'pipe' });
    } catch (error) {
      return (error as { stdout: Buffer }).stdout.toString();
    }
    throw new Error('it should end with exit code 2');
  };
  const archiver = () => new ClassArchiver(jobJars, {});
  const until = async (condition: () => boolean) => {
    const deadline = Date.now() + 60_000;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error('not within a minute');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('are written from the classes that the first start noted, and used by the next', async () => {
    launch();
    const archive = classArchive(folders(), program());
    expect(existsSync(archive.list)).toBe(true);
    const writing = archiver();
    writing.start([archive], 0);
    await until(() => isWritten(archive));
    await writing.stop();
    expect(statSync(archive.archive).size).toBeGreaterThan(1_000_000);
    expect(classArchiveFlags(archive)).toContain(`-XX:SharedArchiveFile=${archive.archive}`);
    // Only now does this flag not end the JVM with "unable to use shared archive".
    const out = launch('-Xshare:on', '-Xlog:class+load=info:stdout');
    expect(out).toMatch(/deltadesk\.launch\.Launch source: shared objects file/);
    const mapping = launch('-Xshare:on', '-Xlog:cds=info:stdout');
    expect(mapping).toMatch(/Mapped static/);
    expect(mapping).not.toMatch(/alternative address/);
  });

  // The moments between its process, that one's own child, and the child's first bytes.
  it.each([0, 100, 200, 400])('leave no process when they are stopped at %d ms', async (atMs) => {
    launch();
    const archive = classArchive(folders(), program());
    const writing = archiver();
    writing.start([archive], 0);
    await until(() => existsSync(`${archive.list}.copy`));
    await new Promise((resolve) => setTimeout(resolve, atMs));
    await writing.stop();
    const left = [`${archive.list}.copy`, `${archive.archive}.part`].filter(existsSync);
    expect(left).toEqual([]);
    const found = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(found).not.toContain(folder);
  });

  it('of other class paths are removed', () => {
    const { own } = folders();
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'launch-0123456789abcdef.jsa'), 'old');
    classArchiveFlags(classArchive(folders(), program()));
    expect(existsSync(join(own, 'launch-0123456789abcdef.jsa'))).toBe(false);
  });

  it('that were shipped are taken, by every name of the same Java, and stay', () => {
    const { shipped, own } = folders();
    const unwritten = classArchive(folders(), program());
    expect(unwritten.archive.startsWith(own)).toBe(true);
    mkdirSync(shipped, { recursive: true });
    const whole = join(shipped, basename(unwritten.archive));
    writeFileSync(whole, 'shipped');
    symlinkSync(java, join(folder, 'java'));
    const archive = classArchive(folders(), { ...program(), java: join(folder, 'java') });
    expect(archive.archive).toBe(whole);
    expect(classArchiveFlags(archive)).toContain(`-XX:SharedArchiveFile=${whole}`);
    expect(existsSync(whole)).toBe(true);
  });
});
