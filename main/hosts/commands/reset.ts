import { failed } from '../../contract/failure';
import type { ResetDone, ResetFrom, ResetLevel, ResetPlan } from '../../contract/reset';
import { planReset } from '../../reset/plan-reset';
import { runReset } from '../../reset/run-reset';
import { takeDataFolder } from '../../reset/take-data-folder';
import { dataPaths } from '../../settings/paths';
import { resetPlanText } from '../texts/reset-text';
import { typedWord } from '../typed-word';
import { connectIfRunning, unwrap } from '../with-control';

export interface ResetOptions {
  readonly dataFolder: string;
  readonly level: ResetLevel;
  readonly from: ResetFrom;
  /** Confirms without a question. */
  readonly yes: boolean;
  /** Stops a running pipeline first. */
  readonly stop: boolean;
}

/**
 * `deltadesk reset`: shows what will be deleted, asks where data is concerned, deletes. Through the
 * living instance where there is one, else on the folder itself.
 */
export async function resetDataFolder(
  options: ResetOptions,
  say: (text: string) => void,
): Promise<ResetDone> {
  const client = await connectIfRunning(options.dataFolder);
  if (!client) return resetAlone(options, say);
  try {
    const { pipeline } = unwrap(await client.invoke('overview.read', {}));
    const isStopped = pipeline.state === 'stopped' || pipeline.state === 'failed';
    if (!isStopped && !options.stop) {
      throw failed('PIPELINE_RUNNING', { operation: `The reset "${options.level}"` });
    }
    const plan = unwrap(await client.invoke('reset.plan', { level: options.level }));
    const confirmation = await confirm(plan, options, say);
    if (!isStopped) {
      say('Stopping the pipeline…');
      unwrap(await client.invoke('pipeline.stop', {}));
    }
    const { level, from } = options;
    return unwrap(await client.invoke('reset.run', { level, from, confirmation }));
  } finally {
    client.close();
  }
}

async function resetAlone(options: ResetOptions, say: (text: string) => void): Promise<ResetDone> {
  const { level, from } = options;
  const paths = dataPaths(options.dataFolder);
  const { lock, notices } = await takeDataFolder(paths);
  try {
    for (const { message } of notices) say(message);
    const confirmation = await confirm(await planReset(paths, level), options, say);
    return await runReset(paths, { level, from, confirmation });
  } finally {
    await lock.release();
  }
}

/** The plan's word, typed by a person or given by `--yes`; null where nobody typed it. */
async function confirm(
  plan: ResetPlan,
  { yes }: ResetOptions,
  say: (text: string) => void,
): Promise<string | null> {
  say(resetPlanText(plan));
  if (plan.confirmation === null || yes) return plan.confirmation;
  return typedWord(plan.confirmation, 'delete this');
}
