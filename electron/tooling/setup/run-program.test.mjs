import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const fixture = (name) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const options = { skip: process.platform === 'win32' && 'signals', timeout: 30_000 };

/** The wrapper around a program that has said its first line. */
async function startWrapper(...args) {
  const wrapper = spawn(
    process.execPath,
    [fixture('run-program-only.mjs'), fixture('counts-signals.cjs'), ...args],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: wrapper.stdout });
  const [firstLine] = await once(lines, 'line');
  return { wrapper, firstLine, ended: once(wrapper, 'exit') };
}

describe('the program that a wrapper runs', options, () => {
  it('gets the arguments and, without a terminal, a signal sent to the wrapper', async () => {
    const { wrapper, firstLine, ended } = await startWrapper('--host', 'none');
    assert.equal(firstLine, 'ready --host none');
    wrapper.kill('SIGINT');
    // 41: one interruption, which the wrapper waited for and whose exit code it took over.
    assert.deepEqual(await ended, [41, null]);
  });

  it('ended by a signal becomes the exit code a shell would give', async () => {
    const { wrapper, ended } = await startWrapper();
    wrapper.kill('SIGTERM');
    assert.deepEqual(await ended, [143, null]);
  });

  it('is asked to end when the shell between npm and the wrapper is killed', async () => {
    const command = [
      process.execPath,
      fixture('run-program-only.mjs'),
      fixture('counts-signals.cjs'),
    ];
    // The second command keeps the shell from becoming the wrapper itself.
    const shell = spawn('sh', ['-c', `"$0" "$1" "$2"; true`, ...command], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: shell.stdout }), 'line');
    // Its end closes the last writer of this pipe, after the wrapper's own.
    const outputClosed = once(shell.stdout, 'close');
    shell.kill('SIGKILL');
    await outputClosed;
  });
});
