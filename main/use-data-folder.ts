import { resolve } from 'node:path';
import { failed } from './contract/failure';
import type { Pipeline } from './pipeline/pipeline';
import type { Reopening } from './contract/reopening';
import { keepDataFolderChoice, requireLastingFolder } from './settings/chosen-data-folder';

interface UseDataFolderParts {
  readonly app: { readonly host: string };
  readonly pipeline: Pick<Pipeline, 'whileStopped'>;
  requestQuit(reopening: Reopening): void;
}

/**
 * Has the browser host open another data folder in the place of this one; its page finds it at the
 * same address. Fails like `keepDataFolderChoice`, with `PIPELINE_RUNNING`, and with
 * `REQUEST_INVALID` in other hosts: the desktop asks in its own dialog.
 */
export async function useDataFolder(
  { app, pipeline, requestQuit }: UseDataFolderParts,
  typed: string,
): Promise<{ folder: string }> {
  if (app.host !== 'browser') {
    const reason = 'only the browser host opens another data folder by its path';
    throw failed('REQUEST_INVALID', { name: 'folder', reason });
  }
  // As it was typed: what is relative would depend on where the host was started.
  await requireLastingFolder(typed);
  const folder = resolve(typed);
  await pipeline.whileStopped('A change of the data folder', () => keepDataFolderChoice(folder));
  requestQuit({ dataFolder: folder, startPipeline: false });
  return { folder };
}
