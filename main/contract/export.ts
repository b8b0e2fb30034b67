import { z } from 'zod';
import { tableName } from './delta';
import { tableView } from './records';
import { requestId } from './running-request';
import { said } from './said';

/** `powerbi` is comma and decimal point (also for other BI tools), `excel-eu` semicolon and comma. */
export const exportDialects = ['powerbi', 'excel-eu'] as const;
export type ExportDialect = (typeof exportDialects)[number];

export const exportFormats = ['csv', 'parquet', 'both'] as const;

/** Names of presets, of their files and of packs. */
const exportName = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** One frozen column; `kind` is what the contract says of its values (export.md section 1). */
const exportColumn = z.object({
  name: z.string(),
  kind: z.enum(['text', 'integer', 'money', 'sum', 'ratio', 'timestamp', 'date', 'boolean']),
});

/** Whose presets: a pack's; absent: those of the one that is shown. */
export const presetsRequest = z.object({ pack: exportName.optional() });

/** A preset of the pack as lists show it; a preset of several files names each. */
export const exportPresets = z.object({
  presets: z.array(
    z.object({
      preset: exportName,
      title: z.string(),
      titleFr: z.string(),
      version: z.number().int(),
      files: z.array(
        z.object({
          name: exportName,
          columns: z.array(exportColumn),
          filters: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type ExportPresets = z.infer<typeof exportPresets>;

/** How many rows each file of each preset has now; empty while one of their tables is missing. */
export const exportCounts = z.object({
  counts: z.array(
    z.object({
      preset: exportName,
      version: z.number().int(),
      name: exportName,
      rows: z.number().int(),
    }),
  ),
});
export type ExportCounts = z.infer<typeof exportCounts>;

const instant = z.iso.datetime({ offset: true }).nullable().default(null);

/** Rows from `since` to before `until`; empty lists let everything through. */
export const exportFilters = z.object({
  since: instant,
  until: instant,
  country: z.array(z.string()).max(1_000).default([]),
  segment: z.array(z.string()).max(1_000).default([]),
});
export type ExportFilters = z.infer<typeof exportFilters>;

/**
 * One preset, all presets as the Power BI pack, or as `current_view` the rows of a grid or of any
 * read-only SELECT (its file is named after `name`; tables that are not in `atVersions` are read at
 * their newest).
 */
const exportSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), preset: exportName }),
  z.object({ kind: z.literal('powerBi') }),
  z.object({
    kind: z.literal('view'),
    name: exportName,
    sql: z.string().min(1).max(100_000),
    sort: z.array(z.object({ column: z.string(), descending: z.boolean() })).max(100),
    atVersions: z.record(tableName, z.number().int().min(0)).optional(),
  }),
  tableView.extend({ kind: z.literal('table') }),
]);

/**
 * `folder` is absolute; `createFolder` makes it when it is missing. `neutralise` puts an apostrophe
 * before text that a spreadsheet would take for a formula; the Power BI pack refuses it.
 */
export const exportRequest = z.object({
  subject: exportSubject,
  /** Whose presets and views; absent: those of the pack that is shown. */
  pack: exportName.optional(),
  /** Null: the shipped one. Of the Power BI pack: the newest of each preset up to this one. */
  contractVersion: z.number().int().min(1).max(1_000).nullable().default(null),
  folder: z.string().min(1).max(4_096),
  createFolder: z.boolean().default(false),
  /** Of what is one file, another name than export.md's, with its ending; null: that name. */
  fileName: z.string().min(1).max(200).nullable().default(null),
  formats: z.enum(exportFormats).default('csv'),
  dialect: z.enum(exportDialects).default('powerbi'),
  neutralise: z.boolean().default(false),
  keepLineBreaks: z.boolean().default(false),
  timeInName: z.boolean().default(false),
  filters: exportFilters.default({ since: null, until: null, country: [], segment: [] }),
  requestId: requestId.optional(),
});
export type ExportRequest = z.infer<typeof exportRequest>;

/** Columns of a contract that have another type now, each with the two in words. */
const retyped = z.array(z.object({ column: z.string(), from: z.string(), to: z.string() }));

/**
 * The next contract version of a preset: without the columns whose source is gone, with the types of
 * now, and with what its table gained behind them.
 */
export const exportVersionRequest = presetsRequest.extend({ preset: exportName });

/** `file` is where the version is kept; the lists say how it differs from the one before. */
export const exportVersionDone = z.object({
  preset: exportName,
  version: z.number().int(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  retyped,
  file: z.string(),
});
export type ExportVersionDone = z.infer<typeof exportVersionDone>;

/**
 * Presets whose table has changed since the newest version of their contract: with columns that are
 * gone or retyped it can no longer be written. `canCreate`: a next version is possible.
 */
export const exportDrifts = z.object({
  drifts: z.array(
    z.object({
      preset: exportName,
      version: z.number().int(),
      added: z.array(z.string()),
      removed: z.array(z.string()),
      retyped,
      canCreate: z.boolean(),
    }),
  ),
});
export type ExportDrifts = z.infer<typeof exportDrifts>;

/** Compared with the source at the same table version, by a reader of its own (section 6). */
const exportSelfCheck = z.object({
  passed: z.boolean(),
  rows: z.number().int(),
  sums: z.record(z.string(), z.string()),
  /** Null for a file without an id column. */
  distinctIds: z.number().int().nullable(),
});

/** One finished file; the same fields, in this order, stand in `manifest.json`. */
export const exportedFile = z.object({
  preset: z.string(),
  /** Relative to the folder of the export, with `/`. */
  path: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  rows: z.number().int(),
  table: tableName.nullable(),
  tableVersion: z.number().int().nullable(),
  filters: z.array(z.string()),
  /** Null for Parquet. */
  dialect: z.enum(exportDialects).nullable(),
  /** Text fields that were given an apostrophe. */
  neutralised: z.number().int(),
  /** Values that the contract cannot say, written as null. */
  unrepresentable: z.number().int(),
  /** Text fields from which U+0000 was removed, and in which a lone surrogate was replaced. */
  nulCharactersRemoved: z.number().int(),
  surrogatesReplaced: z.number().int(),
  selfCheck: exportSelfCheck,
});
export type ExportedFile = z.infer<typeof exportedFile>;

/** `folder` is where the files are; `notices` are sentences for people, of `export-sentences.ts`. */
export const exportDone = z.object({
  folder: z.string(),
  files: z.array(exportedFile),
  notices: z.array(said),
  elapsedMs: z.number(),
});
export type ExportDone = z.infer<typeof exportDone>;
