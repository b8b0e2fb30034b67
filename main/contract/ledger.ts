import { z } from 'zod';
import { bronzeOfTopic } from './bronze-of-topic';
import { requestId } from './running-request';

/**
 * One rule of the ledger (floor.md 4.4); `finding` names the first offset, id or key out of place, and
 * `place` is that offset, null where none is named.
 */
export const ledgerRule = z.object({
  rule: z.number().int().min(1).max(4),
  question: z.string(),
  passed: z.boolean(),
  checked: z.number().int(),
  finding: z.string().nullable(),
  place: z
    .object({ partition: z.number().int(), offset: z.number().int() })
    .nullable()
    .default(null),
});
export type LedgerRule = z.infer<typeof ledgerRule>;

/** Without a pack, of the one that is shown. */
export const ledgerRequest = z.object({ pack: z.string().optional() });
export const verifyLedgerRequest = ledgerRequest.extend({ requestId: requestId.optional() });

/** Counts per partition, each over all the time since the checkpoint's first offset. */
export const ledgerPartition = z.object({
  partition: z.number().int(),
  firstOffset: z.number().int(),
  endOffset: z.number().int(),
  bronze: z.number().int(),
  silver: z.number().int(),
  rejectedBeforeBronze: z.number().int(),
  rejectedByRule: z.number().int(),
  duplicates: z.number().int(),
});

/**
 * The proof that nothing was lost and nothing counted twice. `pending` counts acknowledged records
 * the query has not read yet: they are lag, not loss. `repeatedSends` counts surplus offsets of an
 * acknowledged event id. `brokerChecked` tells whether the broker's own end offsets were compared
 * (only possible while it runs). `topic` is what it reads, `bronze` where each offset can be looked for.
 */
export const ledgerReport = z.object({
  ok: z.boolean(),
  pack: z.string(),
  topic: z.string(),
  bronze: bronzeOfTopic.nullable(),
  atMs: z.number(),
  brokerChecked: z.boolean(),
  acknowledged: z.number().int(),
  pending: z.number().int(),
  repeatedSends: z.number().int(),
  rules: z.array(ledgerRule),
  partitions: z.array(ledgerPartition),
});
export type LedgerReport = z.infer<typeof ledgerReport>;

/**
 * The newest proof of a pack's ledger in this run, null when there was none; `isCurrent` while no table
 * of the pack has a newer version than it read.
 */
export const keptLedger = z.object({ report: ledgerReport.nullable(), isCurrent: z.boolean() });
export type KeptLedger = z.infer<typeof keptLedger>;

/**
 * One aggregate compared with its recompute from the Silver version that it contains (null: none
 * yet). `checked` counts its rows; `finding` names the first key that differs, and by what.
 */
export const aggregateCheck = z.object({
  table: z.string(),
  silverVersion: z.number().int().nullable(),
  checked: z.number().int(),
  passed: z.boolean(),
  finding: z.string().nullable(),
});
export type AggregateCheck = z.infer<typeof aggregateCheck>;

/** Rule 4 of the ledger by itself, aggregate by aggregate in the pack's order. */
export const aggregatesReport = z.object({
  ok: z.boolean(),
  pack: z.string(),
  atMs: z.number(),
  aggregates: z.array(aggregateCheck),
});
export type AggregatesReport = z.infer<typeof aggregatesReport>;
