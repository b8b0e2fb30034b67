import type { Admin } from 'kafkajs';
import { failed } from '../contract/failure';

/** First kept offset and next offset to be written of one partition. */
export interface PartitionOffsets {
  readonly partition: number;
  readonly logStartOffset: number;
  readonly logEndOffset: number;
}

/** kafkajs gives 64-bit offsets as text; beyond 2^53 a number would lie. */
export function toOffset(text: string): number {
  const offset = Number(text);
  if (!Number.isSafeInteger(offset)) throw failed('INTERNAL', { reason: `offset ${text}` });
  return offset;
}

/** Offsets of every partition of a topic, by partition number. */
export async function readTopicOffsets(admin: Admin, topic: string): Promise<PartitionOffsets[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, low, high }) => ({
      partition,
      logStartOffset: toOffset(low),
      logEndOffset: toOffset(high),
    }))
    .sort((a, b) => a.partition - b.partition);
}
