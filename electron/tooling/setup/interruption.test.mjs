import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { checkout } from './places.mjs';

const fixture = fileURLToPath(new URL('fixtures/broker-jars-only.mjs', import.meta.url));
const deadlineMs = 120_000;
const options = { skip: process.platform === 'win32' && 'signals', timeout: 2 * deadlineMs };

let root;
before(() => {
  root = mkdtempSync(join(tmpdir(), 'dd-setup-'));
  mkdirSync(join(root, 'spark'));
  cpSync(join(checkout, 'spark', 'broker'), join(root, 'spark', 'broker'), { recursive: true });
});
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 3 }));

const jarsBelow = (name) => {
  const folder = join(root, 'out', 'jars', name);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const foldersOfJars = () => jarsBelow('.').sort();

function startSetup() {
  const child = spawn(process.execPath, [fixture, root], { stdio: ['ignore', 'pipe', 'pipe'] });
  const text = { value: '' };
  for (const end of [child.stdout, child.stderr]) end.on('data', (part) => (text.value += part));
  const ended = new Promise((resolve) => child.once('close', (exitCode) => resolve(exitCode)));
  return { child, ended, text };
}

/** Waits until Maven writes jars into the folder that is to become `broker`. */
async function firstJarIsWritten() {
  const untilMs = Date.now() + deadlineMs;
  while (Date.now() < untilMs) {
    const fresh = foldersOfJars().find((name) => name.startsWith('.broker.new-'));
    if (fresh !== undefined && jarsBelow(fresh).length > 0) return;
    await delay(1);
  }
  throw new Error('no jar was written');
}

describe('a setup that is interrupted while jars are copied', options, () => {
  it('ends on Ctrl-C with exit code 130, one line and no half folder', async () => {
    const { child, ended, text } = startSetup();
    await firstJarIsWritten();
    child.kill('SIGINT');
    assert.equal(await ended, 130, text.value);
    assert.match(text.value, /Interrupted\. Run `npm run setup` again/);
    assert.doesNotMatch(text.value, /\n\s+at /);
    assert.deepEqual(foldersOfJars(), []);
  });

  it('leaves no folder that looks complete when it is killed', async () => {
    const { child, ended } = startSetup();
    await firstJarIsWritten();
    child.kill('SIGKILL');
    await ended;
    assert.ok(!foldersOfJars().includes('broker'));
  });

  it('is completed by the next setup; of two at once the second waits, then has nothing to do', async () => {
    const both = [startSetup(), startSetup()];
    const exitCodes = await Promise.all(both.map(({ ended }) => ended));
    const [waiting] = both.filter(({ text }) => text.value.includes('is running (process '));
    assert.deepEqual(exitCodes, [0, 0]);
    assert.match(waiting.text.value, /steps run: 0/);
    assert.deepEqual(foldersOfJars(), ['broker']);
    assert.ok(jarsBelow('broker').length > 40);
  });

  it('notices a jar that was removed by hand', async () => {
    rmSync(join(root, 'out', 'jars', 'broker', jarsBelow('broker')[0]));
    const { ended, text } = startSetup();
    assert.equal(await ended, 0, text.value);
    assert.match(text.value, /steps run: 1/);
  });
});
