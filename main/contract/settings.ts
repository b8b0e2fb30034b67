import { z } from 'zod';
import { said } from './said';

/** Null: off, or "as the pack says". */
export const settingValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type SettingValue = z.infer<typeof settingValue>;

/** Which values a setting can have. `unit`: of the number, for people; null for none. */
export const settingKind = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('number'),
    min: z.number(),
    max: z.number(),
    integer: z.boolean(),
    unit: z.string().nullable(),
  }),
  z.object({ type: z.literal('choice'), options: z.array(z.string()) }),
  z.object({ type: z.literal('flag') }),
  /** `pattern`: a regular expression over the whole text. */
  z.object({ type: z.literal('text'), pattern: z.string() }),
]);
export type SettingKind = z.infer<typeof settingKind>;

/** Where an effective value comes from; the later one of this order wins. */
export const settingSources = ['default', 'file', 'environment', 'flag'] as const;
export type SettingSource = (typeof settingSources)[number];

/** One setting. Its group is what stands before the first dot of its name. */
export const settingDefinition = z.object({
  /** `<group>.<name>`, as in the file; of a pack `packs.<pack>.<name>`. */
  name: z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z0-9_]*){1,2}$/),
  title: z.string(),
  titleFr: z.string(),
  kind: settingKind,
  /** Null is a value too: what it means is in the title. */
  nullable: z.boolean(),
  default: settingValue,
  /** Whether a change takes effect at once, or when Deltadesk is started again. */
  takesEffect: z.enum(['at once', 'next start']),
  /** What it follows from: it is shown and never set itself. Absent: it can be set. */
  derivedFrom: z.string().optional(),
});
export type SettingDefinition = z.infer<typeof settingDefinition>;

/** A setting with what holds now. */
export const setting = settingDefinition.extend({
  /** What the settings say now. */
  value: settingValue,
  source: z.enum(settingSources),
  /** The variable or flag that decides it, which the file cannot change; null when it can. */
  fixedBy: z.string().nullable(),
  /** What this run works with, where it differs because a start is needed; else null. */
  waiting: z.object({ running: settingValue }).nullable(),
});
export type Setting = z.infer<typeof setting>;

export const settingsReport = z.object({
  /** Path of the file, whether it is there or not. */
  file: z.string(),
  settings: z.array(setting),
  /** One sentence for each entry of the file that was passed over. */
  problems: z.array(said),
});
export type SettingsReport = z.infer<typeof settingsReport>;

/** `confirmation`: the word of `confirmingWord`, as typed; not asked for where none is needed. */
export const changeSettingRequest = z.object({
  name: z.string(),
  value: settingValue,
  confirmation: z.string().optional(),
});
export const resetSettingRequest = z.object({ name: z.string() });
