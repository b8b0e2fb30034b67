import type { PartRestarted, PipelinePart } from '../../contract/pipeline';
import { unwrap, withControl } from '../with-control';

/** The parts as a person names them on the command line. */
export const partsByName = {
  broker: 'broker',
  job: 'streamingJob',
  producer: 'producer',
} as const satisfies Record<string, PipelinePart>;
export type PartName = keyof typeof partsByName;

/** `deltadesk restart`: one part of the running pipeline, while the others go on. */
export function restartPart(dataFolder: string, name: PartName): Promise<PartRestarted> {
  return withControl(dataFolder, async (client) =>
    unwrap(await client.invoke('part.restart', { part: partsByName[name] })),
  );
}
