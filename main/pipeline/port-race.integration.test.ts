import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toFailure } from '../contract/failure';
import { EventHub } from '../event-hub';
import { EventLog } from '../event-log';
import { findInstallation } from '../settings/installation';
import { usualJob } from '../settings/chosen-job';
import { loadPack } from '../settings/load-pack';
import { dataPaths, type Installation } from '../settings/paths';
import { ChildService } from '../supervisor/child-service';
import { findFreePorts } from '../supervisor/is-port-free';
import type { ChosenPorts } from '../supervisor/ports';
import { localParts } from './local-parts';
import type { PipelineParts } from './pipeline-parts';
import { openRunningPack } from './running-pack';

let installation: Installation;
const endings: (() => Promise<unknown>)[] = [];
beforeAll(async () => (installation = await findInstallation()));
afterAll(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const signal = new AbortController().signal;
const free = async (): Promise<ChosenPorts> => {
  const [port = 0, controllerPort = 0] = await findFreePorts(2);
  return { port, controllerPort, moved: null };
};

/** A program that takes the port and never says a word. */
async function listen(port: number): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => undefined).resume());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  endings.push(() => new Promise((closed) => server.close(closed)));
  return server;
}

/** The real broker of a data folder of its own; `choose` stands for the look at the ports. */
function pipelineWith(choose: () => Promise<ChosenPorts>) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'deltadesk-port-race-'));
  const paths = dataPaths(dataFolder);
  const log = new EventLog(new EventHub(), { write: () => undefined });
  const pack = openRunningPack(loadPack(installation.resourcesFolder, 'sales'), null, {
    ...{ paths, log, onChange: () => undefined, mirrorGroup: null },
  });
  const broker = new ChildService('broker', { paths, onStatus: () => undefined });
  const parts: PipelineParts = localParts({
    ...{
      installation,
      paths,
      packs: [pack],
      cores: 2,
      job: usualJob,
      broker,
    },
    streamingJob: null as never,
    classArchiver: null as never,
    choosePorts: choose,
  });
  endings.push(async () => {
    await parts.stopBroker();
    await broker.close();
    rmSync(dataFolder, { recursive: true, force: true });
  });
  const start = async () => {
    await parts.checkFolders();
    await parts.choosePort();
    await parts.startBroker(signal);
    return pack.brokerWatch.bootstrapServers;
  };
  return { parts, start, state: () => broker.status.state };
}

// Side by side: a broker that cannot listen takes its time, in which nothing else is to do.
describe.concurrent('a port that is taken between our look and the listen of the broker', () => {
  it('is left to who took it: the broker starts on others', async () => {
    const [first, second] = [await free(), await free()];
    const looks = [first, second];
    const { start, state } = pipelineWith(async () => {
      const chosen = looks.shift()!;
      if (chosen === first) await listen(first.port);
      return chosen;
    });
    expect(await start()).toBe(`127.0.0.1:${second.port}`);
    expect(state()).toBe('running');
  });

  it('may be taken by another broker of ours: both run, each its own cluster', async () => {
    const [wanted, one, two] = [await free(), await free(), await free()];
    const pipelines = [one, two].map((next) => {
      const looks = [wanted, next];
      return pipelineWith(async () => looks.shift()!);
    });
    const servers = await Promise.all(pipelines.map(({ start }) => start()));
    expect(new Set(servers).size).toBe(2);
    expect(pipelines.map(({ state }) => state())).toEqual(['running', 'running']);
  });

  it('is named by a restart, whose producer and job know no other address', async () => {
    const ports = await free();
    const { parts, start } = pipelineWith(async () => ports);
    await start();
    const stopBroker = parts.stopBroker.bind(parts);
    parts.stopBroker = async () => {
      await stopBroker();
      await listen(ports.port);
      parts.stopBroker = stopBroker;
    };
    const failure = await parts.restart('broker', signal).then(null, toFailure);
    expect(failure).toMatchObject({
      code: 'PORT_BUSY',
      facts: { port: ports.port, pid: process.pid },
    });
  });
});
