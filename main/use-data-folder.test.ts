import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useDataFolder } from './use-data-folder';

const asked: unknown[] = [];
const parts = (host: string) => ({
  app: { host },
  pipeline: { whileStopped: <T>(_: string, work: () => Promise<T>) => work() },
  requestQuit: (reopening: unknown) => void asked.push(reopening),
});
const refusal = (host: string, folder: string) =>
  useDataFolder(parts(host), folder).catch((error: { failure: unknown }) => error.failure);

it('a temporary folder is refused with the reason, and nothing is opened', async () => {
  expect(await refusal('browser', join(tmpdir(), 'lake'))).toMatchObject({
    code: 'DATA_FOLDER_DENIED',
    facts: { reason: 'it is a temporary folder' },
  });
  expect(asked).toEqual([]);
});

it('a path that is not whole is refused', async () => {
  expect(await refusal('browser', 'lake')).toMatchObject({
    code: 'DATA_FOLDER_DENIED',
    facts: { reason: 'it is not an absolute path' },
  });
});

it('is for the browser host alone', async () => {
  expect(await refusal('desktop', '/srv/lake')).toMatchObject({ code: 'REQUEST_INVALID' });
});
