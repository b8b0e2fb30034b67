import type { Catalog } from '../catalog';
import type { english } from '../english';
import { dashboard } from './dashboard';
import { data } from './data';
import { exporting } from './export';
import { diagnostics } from './diagnostics';
import { failures } from './failures';
import { frame } from './frame';
import { kafka } from './kafka';
import { learn } from './learn';
import { logs } from './logs';
import { palette } from './palette';
import { pipeline } from './pipeline';
import { quality } from './quality';
import { settings } from './settings';
import { shortcuts } from './shortcuts';

/** Every text of the window in French. */
import { sql } from './sql';
export const french: Catalog<typeof english> = {
  ...frame,
  ...failures,
  ...palette,
  ...pipeline,
  ...dashboard,
  ...data,
  ...exporting,
  ...kafka,
  ...learn,
  ...logs,
  ...quality,
  ...settings,
  ...shortcuts,
  ...diagnostics,
};
  ...sql,
