import { logLevel, type LogLevel } from '../contract/log-level';
import { readChosenStreaming, usualStreaming, type ChosenStreaming } from './chosen-streaming';
import type { Settings } from './settings';

/** How a person wants the streaming job to be run. */
export interface ChosenJob {
  /** Row-level files replaced longer ago are deleted; null keeps them. */
  readonly vacuumHours: number | null;
  readonly streaming: ChosenStreaming;
  /** The job's heap. */
  readonly memoryMb: number;
  /** Whether Spark serves its own pages, on loopback. */
  readonly sparkUi: boolean;
  /** How much the job writes into its log. */
  readonly logLevel: LogLevel;
}

/** Of whoever has chosen nothing. */
export const usualJob: ChosenJob = {
  vacuumHours: null,
  streaming: usualStreaming,
  memoryMb: 768,
  sparkUi: false,
  logLevel: 'warn',
};

/** As the settings have it. */
export function readChosenJob(settings: Pick<Settings, 'number' | 'isOn' | 'text'>): ChosenJob {
  return {
    vacuumHours: settings.number('tables.vacuumRetentionHours'),
    streaming: readChosenStreaming(settings),
    memoryMb: settings.number('streaming.memoryMb') ?? usualJob.memoryMb,
    sparkUi: settings.isOn('advanced.sparkUi'),
    logLevel: logLevel.parse(settings.text('logs.level')),
  };
}
