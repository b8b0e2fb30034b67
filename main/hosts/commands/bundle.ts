import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { get } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DebugBundle } from '../../contract/bundle';
import { failed } from '../../contract/failure';
import { Bundles } from '../../diagnostics/bundles';
import { toPathFailure } from '../../export/target-folder';
import { shippedFolders } from '../../settings/installation';
import { openSettings } from '../../settings/open-settings';
import { dataPaths } from '../../settings/paths';
import { readControlAddress, type SocketClient } from '../socket-client';
import { connectIfRunning, unwrap } from '../with-control';
import { examine } from './doctor';
import { withTables } from './read';

export interface BundleOptions {
  readonly dataFolder: string;
  readonly pack: string;
  /** A file, or a folder for a file of the bundle's own name; null: only the list is made. */
  readonly to: string | null;
}

/** A bundle that was listed, and the file that it was written to; null where it was not. */
export type BundleDone = DebugBundle & { readonly file: string | null };

/** `deltadesk bundle`: of the living instance where one answers, else of the folder as it is. */
export async function makeBundle(options: BundleOptions): Promise<BundleDone> {
  const client = await connectIfRunning(options.dataFolder).catch(() => null);
  if (!client) return bundleAlone(options);
  try {
    const bundle = unwrap(await client.invoke('bundle.prepare', {}));
    const open = () => fetchBundle(client, options.dataFolder, bundle.bundleId);
    return { ...bundle, file: await writeBundle(options.to, bundle.fileName, open) };
  } finally {
    client.close();
  }
}

async function bundleAlone({ dataFolder, pack, to }: BundleOptions): Promise<BundleDone> {
  const { version, jarsFolder, resourcesFolder } = shippedFolders();
  const settings = await openSettings(resourcesFolder, dataFolder);
  return withTables(dataFolder, pack, async (reading) => {
    const bundles = new Bundles({
      paths: dataPaths(dataFolder),
      version,
      host: 'command line',
      jarsFolder,
      reading,
      readDoctor: () => examine({ dataFolder, pack }),
      readSettings: () => settings.report(),
      readPipeline: () => null,
    });
    const bundle = await bundles.prepare();
    const open = async () => bundles.toDownloadable(bundle.bundleId).open();
    return { ...bundle, file: await writeBundle(to, bundle.fileName, open) };
  });
}

/** The zip from the living instance, by an address for this one use. */
async function fetchBundle(
  client: SocketClient,
  dataFolder: string,
  bundleId: string,
): Promise<Readable> {
  const { path } = unwrap(await client.invoke('download.offer', { kind: 'bundle', bundleId }));
  const { address } = (await readControlAddress(dataPaths(dataFolder).control)) ?? {};
  return new Promise((answer, reject) => {
    get(`${address}${path}`, (response) => {
      if (response.statusCode === 200) return answer(response);
      response.resume();
      const reason = `it answered ${response.statusCode}`;
      reject(failed('CONTROL_UNREACHABLE', { address: address ?? null, reason }));
    }).on('error', reject);
  });
}

/** Whole or not at all; fails with `EXPORT_PATH_MISSING` or `EXPORT_PATH_DENIED`. */
export async function writeBundle(
  to: string | null,
  fileName: string,
  open: () => Promise<Readable>,
): Promise<string | null> {
  if (to === null) return null;
  const isFolder = (await stat(to).catch(() => null))?.isDirectory() ?? false;
  const file = resolve(isFolder ? join(to, fileName) : to);
  const part = `${file}.part`;
  try {
    await pipeline(await open(), createWriteStream(part, { mode: 0o600 }));
    await rename(part, file);
    return file;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw toPathFailure(error, dirname(file));
  }
}
