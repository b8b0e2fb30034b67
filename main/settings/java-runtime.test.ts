import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { findJava } from './java-runtime';
import { isFitJava, parseJavaVersion } from './java-version';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'deltadesk-java-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program `<name>/bin/java` that answers as a Java of that version does; returns `<name>`. */
function fakeJava(name: string, body: string): string {
  const program = join(folder, name, 'bin', 'java');
  mkdirSync(dirname(program), { recursive: true });
  writeFileSync(program, `#!/bin/sh\n${body}\n`);
  chmodSync(program, 0o755);
  return join(folder, name);
}
const answering = (version: string) => `echo 'openjdk version "${version}" 2025-04-15' >&2`;
const failureOf = (promise: Promise<unknown>) => promise.then(() => null, toFailure);
/** Nowhere else to look than in what the test names. */
const alone = { folders: [] };

describe('findJava', () => {
  it('finds the Java of this machine', async () => {
    const { path, version } = await findJava(process.env);
    expect(isFitJava(version)).toBe(true);
    expect(path).toMatch(/java(\.exe)?$/);
  });

  it('finds none where none is', async () => {
    const failure = await failureOf(findJava({ PATH: folder, JAVA_HOME: '/nowhere' }, alone));
    expect(failure).toMatchObject({ code: 'JAVA_NOT_FOUND' });
    expect(await failureOf(findJava({}, alone))).toMatchObject({ code: 'JAVA_NOT_FOUND' });
  });

  it('prefers the own choice, then JAVA_HOME, then PATH, then those of the system', async () => {
    const [chosen, home, onPath, installed] = ['chosen', 'home', 'path', 'system/one'].map((name) =>
      fakeJava(name, answering('21.0.1')),
    ) as [string, string, string, string];
    const system = { folders: [dirname(installed)] };
    const environment = {
      DELTADESK_JAVA: join(chosen, 'bin', 'java'),
      JAVA_HOME: home,
      PATH: ['/nowhere', join(onPath, 'bin')].join(delimiter),
    };
    const pathOf = async (names: (keyof typeof environment)[]) => {
      const given = Object.fromEntries(names.map((name) => [name, environment[name]]));
      return (await findJava(given, system)).path;
    };
    expect(await pathOf(['DELTADESK_JAVA', 'JAVA_HOME', 'PATH'])).toBe(join(chosen, 'bin/java'));
    expect(await pathOf(['JAVA_HOME', 'PATH'])).toBe(join(home, 'bin', 'java'));
    expect(await pathOf(['PATH'])).toBe(join(onPath, 'bin', 'java'));
    expect(await pathOf([])).toBe(join(installed, 'bin', 'java'));
  });

  it('takes the first that fits, past older ones, broken ones and such as are no Java', async () => {
    fakeJava('jvm/a-old', answering('17.0.10'));
    fakeJava('jvm/b-broken', 'exit 1');
    fakeJava('jvm/c-other', 'echo hello');
    fakeJava('jvm/d-fit', answering('17.0.11'));
    mkdirSync(join(folder, 'jvm', '0-empty'));
    symlinkSync('/nowhere', join(folder, 'jvm', '0-dangling'));
    writeFileSync(join(folder, 'jvm', '.java-17.jinfo'), 'a file among the runtimes');
    const found = await findJava({}, { folders: [join(folder, 'jvm')] });
    expect(found).toEqual({ path: join(folder, 'jvm/d-fit/bin/java'), version: '17.0.11' });
  });

  it('names the first unfit one when none fits', async () => {
    const home = fakeJava('home', answering('1.8.0_402'));
    fakeJava('jvm/other', answering('22.0.1'));
    const failure = await failureOf(
      findJava({ JAVA_HOME: home }, { folders: [join(folder, 'jvm')] }),
    );
    expect(failure).toMatchObject({
      code: 'JAVA_VERSION_UNFIT',
      facts: { path: join(home, 'bin', 'java'), found: '1.8.0' },
    });
  });

  it('does not wait for a program that never answers', async () => {
    const home = fakeJava('home', 'exec sleep 60');
    const failure = await failureOf(
      findJava({ JAVA_HOME: home }, { folders: [], deadlineMs: 200 }),
    );
    expect(failure).toMatchObject({ code: 'JAVA_NOT_FOUND' });
  });
});

describe('isFitJava', () => {
  it.each(['17.0.11', '17.0.15', '17.1', '21', '21.0.1', '25.0.3', '25.1'])(
    'takes %s',
    (version) => {
      expect(isFitJava(version)).toBe(true);
    },
  );

  it.each(['1.8.0', '11.0.24', '17', '17.0.10', '18.0.2', '22.0.1', '25', '25.0.2', '26'])(
    'refuses %s',
    (version) => expect(isFitJava(version)).toBe(false),
  );
});

describe('parseJavaVersion', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', '17.0.15'],
    ['java version "1.8.0_402"', '1.8.0'],
    ['openjdk version "21-ea" 2023-09-19', '21'],
    ['Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.1"', '21.0.1'],
    ['command not found', null],
  ])('reads %j as %s', (answer, version) => {
    expect(parseJavaVersion(answer)).toBe(version);
  });
});
