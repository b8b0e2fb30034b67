import { z } from 'zod';
import { failure } from './failure';
import { sentence } from './sentence';

/** The checks of the environment, in their order (floor.md 8.2). */
export const doctorCheckIds = [
  'java',
  'sparkFiles',
  'brokerFiles',
  'deltaFiles',
  'brokerAnswers',
  'folders',
  'ports',
  'disk',
  'memory',
  'dataFolder',
  'leftovers',
  'topics',
  'tables',
  'checkpoints',
  'duckDb',
  'clock',
] as const;
export type DoctorCheckId = (typeof doctorCheckIds)[number];

/**
 * What the product itself can do about a check that did not pass; each is an action that the window
 * has elsewhere too.
 */
export const doctorActions = [
  'startPipeline',
  'restartBroker',
  'resetCheckpoints',
  'resetData',
  'openTables',
  'openSettings',
] as const;
export type DoctorAction = (typeof doctorActions)[number];

/**
 * What one check has found. `warning` = it works, but see the remedy; `notRun` = it cannot be asked
 * now, and `answer` says why. `remedy` is null where there is nothing to do.
 */
export const doctorCheck = z.object({
  id: z.enum(doctorCheckIds),
  question: z.string(),
  result: z.enum(['passed', 'warning', 'failed', 'notRun']),
  answer: z.string(),
  remedy: z.string().nullable(),
  /** Answer and remedy once more, to be said in another language. */
  told: z
    .union([
      z.object({ answer: sentence, remedy: sentence.nullable() }),
      z.object({ failure: failure }),
    ])
    .optional(),
  tookMs: z.number(),
  /** Null where only the person can do something, or nothing is to be done. */
  action: z.enum(doctorActions).nullable(),
  /** A person does not want to be reminded: shown, but not counted. */
  muted: z.boolean(),
});
export type DoctorCheck = z.infer<typeof doctorCheck>;

/** All checks at one moment; `ok` = none has failed. */
export const doctorReport = z.object({
  atMs: z.number(),
  dataFolder: z.string(),
  ok: z.boolean(),
  checks: z.array(doctorCheck),
});
export type DoctorReport = z.infer<typeof doctorReport>;

export const oneCheckRequest = z.object({ id: z.enum(doctorCheckIds) });
export const muteCheckRequest = oneCheckRequest.extend({ muted: z.boolean() });
/** All checks that are muted, in the doctor's order. */
export const mutedChecks = z.object({ muted: z.array(z.enum(doctorCheckIds)) });
