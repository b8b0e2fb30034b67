import { answerRequest } from './handlers/answer-request';
import type { ControlCenterApi, Handlers, Overview, RequestContext } from './contract/api';
import type { StreamPack } from './contract/stream-pack';
import type { Downloads } from './downloads/downloads';
import type { EventHub } from './event-hub';
import type { EventLog } from './event-log';
import type { MetricRows } from './history/metric-rows';
import { openHttpApi } from './http-api/open-http-api';
import { removeControlAddress, writeControlAddress } from './hosts/control-file';
import {
  startLoopbackServer,
  type DoorPlace,
  type LoopbackServer,
} from './hosts/server/loopback-server';
import type { Settings } from './settings/settings';
import type { TableReading } from './reading/table-reading';

export interface DoorParts {
  readonly handlers: Handlers;
  readonly hub: EventHub;
  readonly log: EventLog;
  readonly settings: Settings;
  readonly pack: StreamPack;
  readonly reading: TableReading;
  readonly downloads: Downloads;
  readOverview(): Overview;
  /** What was measured last; null while nothing runs. */
  readMeasured(): MetricRows | null;
  /** The address to be had again; absent: the one of the settings, and a new key. */
  readonly place?: DoorPlace | undefined;
}

/** The ways in: the contract's two functions, and the loopback server that serves the same. */
export interface Door {
  readonly api: ControlCenterApi;
  readonly server: LoopbackServer;
  close(): Promise<void>;
}

/** Serves the page in `rendererFolder` and the contract; `controlFile` tells where and to whom. */
export async function openDoor(
  parts: DoorParts,
  rendererFolder: string,
  controlFile: string,
): Promise<Door> {
  const { handlers, hub, log, settings, pack, reading, downloads } = parts;
  const on: ControlCenterApi['on'] = (name, listener) => hub.on(name, listener);
  const answer = (name: string, request: unknown, context?: RequestContext) =>
    answerRequest(handlers, name, request, (error) => log.defect(error), context);
  const queries = { routes: pack.httpApi, runQuery: (name: string) => reading.runQuery(name) };
  const api = settings.isOn('httpApi.enabled')
    ? {
        api: openHttpApi(
          queries,
          () => parts.readOverview(),
          () => parts.readMeasured(),
        ),
      }
    : {};
  const { port, token } = parts.place ?? { port: settings.number('httpApi.port') ?? 0 };
  const served = { answer, on, downloads, ...api };
  const server = await startLoopbackServer(rendererFolder, served, port, token);
  await writeControlAddress(controlFile, { pid: process.pid, ...server });
  return {
    api: { invoke: answer as ControlCenterApi['invoke'], on },
    server,
    close: async () => {
      await removeControlAddress(controlFile);
      await server.close();
      await downloads.close();
    },
  };
}
