import type { DoorPlace } from './hosts/server/loopback-server';
import type { Sending } from './pipeline/producer-maker';
import type { AlertLimits } from './contract/alert-limits';
import type { Installation } from './settings/paths';

/** What a control center is opened with. */
export interface ControlCenterOptions {
  readonly dataFolder: string;
  readonly installation: Installation;
  readonly host: 'desktop' | 'browser' | 'none';
  /** At once; a window over a new folder waits for the person all the same. */
  readonly startPipeline: boolean;
  /** The pack that is shown; null or absent: what the settings say. */
  readonly pack?: string | null;
  /** More packs, a query each in the same job, which send their own events. */
  readonly alongside?: readonly string[];
  readonly producer?: Sending;
  /** Settings for this run alone, `NAME=VALUE`. */
  readonly set?: readonly string[];
  /** The loopback address of an instance that this one follows. */
  readonly door?: DoorPlace;
  /**
   * `any`: a broker on whatever ports the system gives, which nobody else needs to find. Absent: what
   * the settings say.
   */
  readonly ports?: 'any';
  /** Limits of alerts other than the defaults. */
  readonly alertLimits?: Partial<AlertLimits>;
}
