import { request } from 'node:http';
import { join } from 'node:path';
import { createControlCenter, type ControlCenter } from '../control-center';

const rootFolder = join(__dirname, '..', '..');

/** For tests: a control center on a folder, with the real server and the shipped packs. */
export const openCenter = (
  dataFolder: string,
  set: readonly string[] = [],
): Promise<ControlCenter> =>
  createControlCenter({
    dataFolder,
    installation: {
      jarsFolder: join(dataFolder, 'jars'),
      classArchives: join(dataFolder, 'class-archives'),
      resourcesFolder: join(rootFolder, 'resources'),
      rendererFolder: join(rootFolder, 'renderer'),
      version: '0.0.0',
      java: 'java',
      javaEnvironment: {},
    },
    host: 'none',
    startPipeline: false,
    set,
  });

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What the server answers; `token` null sends none, left out the right one. */
export const ask = (
  { server }: ControlCenter,
  path: string,
  { token = server.token, method = 'GET' }: { token?: string | null; method?: string } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const asked = request(`${server.address}${path}`, { method, headers }, (response) => {
      let text = '';
      response.on('data', (part) => (text += part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: String(response.headers['content-type']),
          text,
        }),
      );
    });
    asked.on('error', reject).end();
  });
