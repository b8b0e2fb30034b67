import { failed } from './contract/failure';
import type { Reopening } from './contract/reopening';
import type { Pipeline } from './pipeline/pipeline';

interface RestartParts {
  readonly app: { readonly host: string; readonly dataFolder: string };
  readonly pipeline: Pick<Pipeline, 'phase'>;
  requestQuit(reopening: Reopening): void;
}

/**
 * Has the host end this instance and open its data folder again, so that settings take effect which
 * are read at a start. Fails with `REQUEST_INVALID` where no host would open it.
 */
export async function restartApp({
  app,
  pipeline,
  requestQuit,
}: RestartParts): Promise<Record<string, never>> {
  if (app.host === 'none') {
    const reason = 'nobody would open it again: end it and start it anew';
    throw failed('REQUEST_INVALID', { name: 'app.restart', reason });
  }
  const { state } = pipeline.phase;
  const startPipeline = !['stopped', 'stopping', 'failed'].includes(state);
  requestQuit({ dataFolder: app.dataFolder, startPipeline });
  return {};
}
