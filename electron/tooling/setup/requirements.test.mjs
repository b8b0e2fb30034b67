import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { findJava } from './find-java.mjs';
import { installAdvice, platformFamily } from './install-advice.mjs';
import { Problem } from './problem.mjs';
import { checkRequirements } from './requirements.mjs';

// A platform without customary folders: only what the environment names is found.
const platform = 'freebsd';

let folder;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'dd-java-'));
});
after(() => rmSync(folder, { recursive: true }));

/** A folder as a JDK or a JRE of that version lays it out. */
function installJava(name, version, { hasCompiler = true } = {}) {
  const home = join(folder, name);
  mkdirSync(join(home, 'bin'), { recursive: true });
  writeFileSync(join(home, 'release'), `IMPLEMENTOR="x"\nJAVA_VERSION="${version}"\n`);
  writeFileSync(join(home, 'bin', 'java'), '');
  if (hasCompiler) writeFileSync(join(home, 'bin', 'javac'), '');
  return home;
}

function problemOf(environment, needsMaven) {
  try {
    checkRequirements({ environment, needsMaven, platform });
  } catch (thrown) {
    assert.ok(thrown instanceof Problem);
    return thrown.lines.join('\n');
  }
  return assert.fail('nothing was missing');
}

describe('what is missing', () => {
  it('is told at once for the JDK and Maven, with what to install', () => {
    const text = problemOf({ PATH: '/nowhere' }, true);
    assert.match(text, /A JDK is missing: no Java was found/);
    assert.match(text, /Needed: a JDK 17 \(17\.0\.11 or later\), 21, or 25 \(25\.0\.3 or later\)/);
    assert.match(text, /Maven is missing: there is no mvn on PATH/);
    assert.ok(text.includes(installAdvice('jdk')) && text.includes(installAdvice('maven')));
  });

  it('names each JDK that was found and why it is not used', () => {
    const old = installJava('old', '11.0.22');
    const runtime = installJava('runtime', '17.0.15', { hasCompiler: false });
    const text = problemOf({ JAVA_HOME: old, PATH: join(runtime, 'bin') }, false);
    assert.ok(text.includes(`Java 11.0.22 in ${old} is not one of the versions that work`));
    assert.ok(text.includes(`Java 17.0.15 in ${runtime} has no compiler (javac)`));
    assert.doesNotMatch(text, /Maven/);
  });
});

describe('the JDK that is chosen', () => {
  it('is that of JAVA_HOME before that of PATH', () => {
    const first = installJava('first', '21.0.4');
    const second = installJava('second', '17.0.15');
    const environment = { JAVA_HOME: first, PATH: join(second, 'bin') };
    assert.equal(findJava(environment, platform).chosen.home, first);
  });

  it('is that of PATH when JAVA_HOME is too old', () => {
    const old = installJava('old', '11.0.22');
    const fit = installJava('second', '17.0.15');
    const environment = { JAVA_HOME: old, PATH: join(fit, 'bin') };
    const { chosen, seen } = findJava(environment, platform);
    assert.deepEqual([chosen.home, seen.length], [fit, 1]);
  });
});

it('the advice follows the distribution', () => {
  assert.equal(platformFamily('linux', 'ID=ubuntu\nID_LIKE=debian\n'), 'debian');
  assert.equal(platformFamily('linux', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'), 'fedora');
  assert.equal(platformFamily('linux', ''), 'other');
  assert.equal(platformFamily('darwin', ''), 'darwin');
});
