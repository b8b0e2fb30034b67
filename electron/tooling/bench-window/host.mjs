import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WebSocket } from 'ws';

const program = resolve(import.meta.dirname, '../../../out/cli/deltadesk.cjs');
const endWithinMs = 30_000;

/**
 * The browser host over a data folder, its pipeline idle. `address` opens the page, `ask` makes a
 * request, `close` ends it in order and waits. Throws when it is not there within 60 s.
 */
export async function openHost(dataFolder) {
  const flags = ['app', '--host', 'browser', '--idle', '--data-folder', dataFolder];
  const child = spawn(process.execPath, [program, ...flags], {
    stdio: 'ignore',
    env: { ...process.env, BROWSER: 'true' },
  });
  const control = await until(60_000, 'The address of the browser host', () => {
    if (child.exitCode !== null)
      throw new Error('The browser host ended. Is there a build in out/?');
    return readControl(dataFolder, child.pid);
  });
  const close = async () => {
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
    await ended;
    clearTimeout(force);
  };
  const ask = (name, request) => askOnce(control, name, request);
  return { address: `${control.address}/#token=${control.token}`, ask, close };
}

/** One request by a socket of its own, as the command line makes it; throws what is refused. */
function askOnce({ address, token }, name, request) {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/ws`, { origin: address });
    const send = (frame) => socket.send(JSON.stringify(frame));
    socket.on('error', fail);
    socket.on('open', () => send({ type: 'hello', token }));
    socket.on('message', (bytes) => {
      const frame = JSON.parse(bytes.toString());
      if (frame.type === 'ready') send({ type: 'invoke', id: 1, name, request });
      if (frame.type !== 'answer') return;
      socket.close();
      if (frame.result.ok) done(frame.result.value);
      else fail(new Error(`${name}: ${frame.result.failure.code}`));
    });
  });
}

function readControl(dataFolder, pid) {
  try {
    const control = JSON.parse(readFileSync(join(dataFolder, 'run', 'control.json'), 'utf8'));
    return control.pid === pid ? control : null;
  } catch {
    return null;
  }
}

/** What `look` finds, as soon as it is not null; throws after so long. */
export async function until(deadlineMs, what, look) {
  const endMs = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > endMs) throw new Error(`${what} did not come within ${deadlineMs / 1000} s.`);
    await new Promise((next) => setTimeout(next, 10));
  }
}
