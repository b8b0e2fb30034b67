import type { QualityReport } from '../../contract/quality';
import { qualityText } from '../quality-text';
import { connectIfRunning, unwrap } from '../with-control';
import { withTables, type Answer } from './read';

interface HealthOptions {
  readonly dataFolder: string;
  readonly pack: string;
}

/** The scorecard of the living instance; without one, computed from the tables now. */
export async function readQuality(options: HealthOptions): Promise<Answer<QualityReport>> {
  const client = await connectIfRunning(options.dataFolder);
  try {
    const report = client
      ? unwrap(await client.invoke('quality.read', {}))
      : await withTables(options.dataFolder, options.pack, (reading) => reading.readQuality());
    return { json: report, text: qualityText(report) };
  } finally {
    client?.close();
  }
}
