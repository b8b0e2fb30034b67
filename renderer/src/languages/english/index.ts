import { dashboard } from './dashboard';
import { data } from './data';
import { desktop } from './desktop';
import { events } from './events';
import { exporting } from './export';
import { exportNotices } from './export-notices';
import { diagnostics } from './diagnostics';
import { doctor } from './doctor';
import { failures } from './failures';
import { firstRun } from './first-run';
import { frame } from './frame';
import { kafka } from './kafka';
import { learn } from './learn';
import { logs } from './logs';
import { notices } from './notices';
import { palette } from './palette';
import { pipeline } from './pipeline';
import { pipelineControl } from './pipeline-control';
import { pipelinePanels } from './pipeline-panels';
import { proofs } from './proofs';
import { quality } from './quality';
import { rejections } from './rejections';
import { settings } from './settings';
import { shortcuts } from './shortcuts';
import { spoken } from './spoken';
import { sql } from './sql';
import { upkeep } from './upkeep';

/** Every text of the window in English; the other languages have the same keys. */
export const english = {
  ...frame,
  ...firstRun,
  ...failures,
  ...doctor,
  ...palette,
  ...pipeline,
  ...pipelineControl,
  ...pipelinePanels,
  ...dashboard,
  ...data,
  ...events,
  ...exporting,
  ...exportNotices,
  ...desktop,
  ...kafka,
  ...learn,
  ...logs,
  ...proofs,
  ...quality,
  ...rejections,
  ...settings,
  ...shortcuts,
  ...spoken,
  ...sql,
  ...upkeep,
  ...diagnostics,
  ...notices,
};
