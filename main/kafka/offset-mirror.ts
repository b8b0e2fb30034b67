import type { AdminSession } from './admin-session';

const turns = new Map<string, Promise<unknown>>();

/**
 * One write of a group at a time: kafkajs joins the group for a moment to write, and the broker
 * refuses a second topic's write while it is there.
 */
function inTurn<T>(groupId: string, write: () => Promise<T>): Promise<T> {
  const turn = (turns.get(groupId) ?? Promise.resolve()).then(write, write);
  turns.set(groupId, turn);
  return turn;
}

/**
 * Writes the query's end offsets into a consumer group that nobody consumes with, so that any Kafka
 * tool shows the same lag (architecture.md decision 5). The query itself never reads them.
 */
export class OffsetMirror {
  private written: string | null = null;

  constructor(
    /** The group; null mirrors nothing. */
    private readonly groupId: string | null,
    private readonly topic: string,
  ) {}

  /**
   * Writes what changed since the last time. Rejects when the broker refuses, as it does while a
   * consumer lives in the group: the next call tries again.
   */
  async write(
    session: AdminSession,
    endOffsets: Readonly<Record<string, number>> | null,
  ): Promise<void> {
    const { groupId, topic } = this;
    if (groupId === null || endOffsets === null) return;
    const partitions = Object.entries(endOffsets).map(([partition, offset]) => ({
      partition: Number(partition),
      offset: String(offset),
    }));
    const wanted = JSON.stringify(partitions);
    if (partitions.length === 0 || wanted === this.written) return;
    await inTurn(groupId, () =>
      session.ask((admin) => admin.setOffsets({ groupId, topic, partitions })),
    );
    this.written = wanted;
  }
}
