import { z } from 'zod';

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
 * What one check has found. `warning` = it works, but see the remedy; `notRun` = it cannot be asked
 * now, and `answer` says why. `remedy` is null where there is nothing to do.
 */
export const doctorCheck = z.object({
  id: z.enum(doctorCheckIds),
  question: z.string(),
  result: z.enum(['passed', 'warning', 'failed', 'notRun']),
  answer: z.string(),
  remedy: z.string().nullable(),
  tookMs: z.number(),
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
