import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DoctorReport } from '../../contract/doctor';
import { Lake } from '../../delta/lake';
import { runDoctor } from '../../doctor/run-doctor';
import { shippedFolders } from '../../settings/installation';
import { loadPack } from '../../settings/load-pack';
import { openSettings } from '../../settings/open-settings';
import { dataPaths } from '../../settings/paths';
import { connectIfRunning, unwrap } from '../with-control';

/**
 * `deltadesk doctor`: asked of the living instance where one answers, since only it knows what is
 * its own; else here, about the folder and the machine.
 */
export async function examine(options: {
  dataFolder: string;
  pack: string;
}): Promise<DoctorReport> {
  // An instance that lives but does not answer is a finding, not the end of the examination.
  const client = await connectIfRunning(options.dataFolder).catch(() => null);
  if (client) {
    try {
      return unwrap(await client.invoke('doctor.run', {}));
    } finally {
      client.close();
    }
  }
  const paths = dataPaths(options.dataFolder);
  const { jarsFolder, resourcesFolder } = shippedFolders();
  // Packs that ran alongside have left a checkpoint too.
  const alongside = readdirSync(join(resourcesFolder, 'streams')).filter(
    (name) => name !== options.pack && existsSync(paths.checkpoint(name)),
  );
  const load = (name: string) => loadPack(resourcesFolder, name).pack;
  const packs = [load(options.pack), ...alongside.map(load)] as const;
  const lake = new Lake(paths.delta);
  const environment = process.env;
  // Settings that cannot be read are told by the start; here they are no reason to examine nothing.
  const settings = await openSettings(resourcesFolder, options.dataFolder).catch(() => null);
  try {
    return await runDoctor({
      ...{ paths, packs, jarsFolder, lake, environment },
      ...{ bootstrapServers: null, brokerPort: settings?.number('kafka.port') ?? null },
    });
  } finally {
    await lake.close();
  }
}
