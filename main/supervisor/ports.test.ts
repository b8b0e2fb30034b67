import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { isPortFree } from './is-port-free';
import { findPortHolder, findWithLsof } from './port-holder';
import { choosePorts } from './ports';

const servers: Server[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((closed) => server.close(closed));
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function listen(host: string, port = 0, ipv6Only = false): Promise<number> {
  const server = createServer();
  servers.push(server);
  server.listen({ host, port, ipv6Only });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A port below which nine steps of a hundred are possible, it and its neighbour free. */
async function freePair(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if ((await isPortFree(port)) && (await isPortFree(port + 1))) return port;
  }
}

describe('isPortFree', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::', '::1'])(
    'is false beside a listener on %s',
    async (host) => {
      expect(await isPortFree(await listen(host))).toBe(false);
    },
  );

  it('is false beside a listener on all IPv6 addresses alone', async () => {
    expect(await isPortFree(await listen('::', 0, true))).toBe(false);
  });

  it('is true for a free port, and leaves it free', async () => {
    const port = await freePair();
    expect([await isPortFree(port), await isPortFree(port)]).toEqual([true, true]);
  });
});

describe('choosePorts', () => {
  it('takes the preferred pair when it is free', async () => {
    const preferred = await freePair();
    const chosen = { port: preferred, controllerPort: preferred + 1, moved: null };
    expect(await choosePorts({ preferred })).toEqual(chosen);
  });

  it.each([0, 1])(
    'moves on when port %i of the pair is busy, and says who has it',
    async (busy) => {
      const preferred = await freePair();
      const busyPort = await listen('127.0.0.1', preferred + busy);
      const chosen = await choosePorts({ preferred });
      expect((chosen.port - preferred) % 100).toBe(0);
      expect(chosen.port).toBeGreaterThan(preferred);
      expect(chosen.controllerPort).toBe(chosen.port + 1);
      expect(chosen.moved).toMatchObject({ busyPort, holder: { pid: process.pid } });
    },
  );

  it('never changes a port that a person has set', async () => {
    const port = await listen('0.0.0.0', await freePair());
    const failure = await choosePorts({ preferred: port, isExplicit: true }).then(null, toFailure);
    expect(failure).toMatchObject({ code: 'PORT_BUSY', facts: { port, pid: process.pid } });
  });

  it('fails when all ten pairs are busy', async () => {
    const preferred = await freePair();
    for (let step = 0; step <= 9; step++) {
      // A port of these that somebody else has is just as busy.
      await listen('127.0.0.1', preferred + step * 100).catch(() => null);
    }
    const failure = await choosePorts({ preferred }).then(null, toFailure);
    expect(failure).toMatchObject({ code: 'PORT_BUSY', facts: { port: preferred } });
  });
});

const program = `require('node:net').createServer().listen(+process.argv[1], process.argv[2],
  function () { console.log(this.address().port); })`;

/** Another program that listens; resolves when it does. */
async function startListener(host: string, port = 0): Promise<{ pid: number; port: number }> {
  const child = spawn(process.execPath, ['-e', program, String(port), host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [text] = (await once(child.stdout!, 'data')) as [Buffer];
  return { pid: child.pid!, port: Number(text) };
}

describe('choosePorts beside another program', () => {
  it.each(['127.0.0.1', '0.0.0.0'])(
    'on %s names it, takes the next pair and leaves it alone',
    async (host) => {
      const preferred = await freePair();
      const { pid } = await startListener(host, preferred);
      const chosen = await choosePorts({ preferred });
      expect(chosen.moved).toEqual({ busyPort: preferred, holder: { pid, program: 'node' } });
      expect(chosen.port).toBeGreaterThan(preferred);
      expect(await isPortFree(chosen.port)).toBe(true);
      expect(await isPortFree(preferred)).toBe(false);
      expect(children.at(-1)).toMatchObject({ exitCode: null, signalCode: null });
    },
  );
});

describe('findPortHolder', () => {
  it.each(['127.0.0.1', '0.0.0.0', '::'])(
    'names another program that listens on %s',
    async (host) => {
      const { pid, port } = await startListener(host);
      expect(await findPortHolder(port)).toEqual({ pid, program: 'node' });
    },
  );

  it('is null when nobody listens', async () => {
    expect(await findPortHolder(await freePair())).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('reads the answer of lsof', async () => {
    const port = await listen('127.0.0.1');
    expect(await findWithLsof(port)).toMatchObject({ pid: process.pid });
  });
});
