import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { isInstalled } from './npm-packages.mjs';

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dd-npm-'));
  for (const name of ['a', 'b']) mkdirSync(join(root, 'node_modules', name), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const paths = (packages) =>
  Object.fromEntries(Object.entries(packages).map(([name, x]) => [`node_modules/${name}`, x]));
const lock = (packages) =>
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { '': { version: '0.1.0' }, ...paths(packages) } }),
  );
const note = (packages) =>
  writeFileSync(
    join(root, 'node_modules', '.package-lock.json'),
    JSON.stringify({ packages: paths(packages) }),
  );
const foreign = { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] };
const native = { ...foreign, os: [process.platform], cpu: [process.arch] };

describe('npm packages are in place', () => {
  it('when what npm noted is what the lock asks for, but for other platforms', () => {
    lock({ a: { version: '1.0.0' }, b: { version: '2.0.0' }, foreign });
    note({ a: { version: '1.0.0' }, b: { version: '2.0.0' } });
    assert.equal(isInstalled(root), true);
  });
  it('not when a version differs', () => {
    lock({ a: { version: '1.0.1' } });
    note({ a: { version: '1.0.0' } });
    assert.equal(isInstalled(root), false);
  });
  it('not when a package is left from an earlier lock', () => {
    lock({ a: { version: '1.0.0' } });
    note({ a: { version: '1.0.0' }, b: { version: '2.0.0' } });
    assert.equal(isInstalled(root), false);
  });
  it('not when the part for this platform is missing', () => {
    lock({ a: { version: '1.0.0' }, native });
    note({ a: { version: '1.0.0' } });
    assert.equal(isInstalled(root), false);
  });
  it('not when an installation was interrupted before npm noted it', () => {
    lock({ a: { version: '1.0.0' } });
    assert.equal(isInstalled(root), false);
  });
  it('not when a package folder was removed by hand', () => {
    lock({ a: { version: '1.0.0' } });
    note({ a: { version: '1.0.0' } });
    rmSync(join(root, 'node_modules', 'a'), { recursive: true });
    assert.equal(isInstalled(root), false);
  });
});
