import type { Sending } from './pipeline/producer-maker';
import type { AlertLimits } from './alerts/limits';
import type { Installation } from './settings/paths';

/** What a control center is opened with. */
export interface ControlCenterOptions {
  readonly dataFolder: string;
  readonly installation: Installation;
  readonly host: 'desktop' | 'browser' | 'none';
  readonly startPipeline: boolean;
  /** The pack that is shown; default `sales`. */
  readonly pack?: string;
  /** More packs, a query each in the same job, which send their own events. */
  readonly alongside?: readonly string[];
  readonly producer?: Sending;
  /** Opt-in vacuum of row-level tables; null or absent keeps every version's files. */
  readonly vacuumHours?: number | null;
  /** Consumer group into which the queries' offsets are written for other tools; or null. */
  readonly mirrorGroup?: string | null;
  /** The read-only HTTP API, off when null or absent; port 0 lets the system choose. */
  readonly httpApi?: { readonly port: number } | null;
  /** Limits of alerts other than the defaults. */
  readonly alertLimits?: Partial<AlertLimits>;
}
