import type { RunOnceDone } from '../../contract/run-once';
import { createControlCenter } from '../../control-center';
import { findInstallation } from '../../settings/installation';
import { whenAskedToEnd } from '../when-asked-to-end';
import { connectIfRunning, unwrap } from '../with-control';

/** `deltadesk run-once`: on the living instance, else on one of its own that ends with it. */
export async function runEventsOnce(options: {
  dataFolder: string;
  events: number;
  pack: string;
}): Promise<RunOnceDone> {
  const { dataFolder, events, pack } = options;
  const client = await connectIfRunning(dataFolder);
  if (client) {
    try {
      return unwrap(await client.invoke('pipeline.runOnce', { events }));
    } finally {
      client.close();
    }
  }
  const controlCenter = await createControlCenter({
    dataFolder,
    installation: await findInstallation(),
    host: 'none',
    startPipeline: false,
    pack,
  });
  // Ctrl-C stops the pipeline, which ends the run with `REQUEST_CANCELLED`.
  void whenAskedToEnd().then(() => controlCenter.parts.pipeline.stop());
  try {
    return unwrap(await controlCenter.api.invoke('pipeline.runOnce', { events }));
  } finally {
    await controlCenter.shutdown();
  }
}
