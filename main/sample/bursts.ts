import type { EventSource, OutgoingRecord } from '../generate/event-generator';
import { Wake } from '../generate/wake';

/** Lets a source's records go in bursts, each when it is released: a micro-batch for each can follow. */
export class Bursts implements EventSource {
  private released = 0;
  private given = 0;
  private readonly wake = new Wake();

  constructor(private readonly source: EventSource) {}

  /** True when all that was released has been taken. */
  get isSpent(): boolean {
    return this.given === this.released;
  }

  /** So many more records may go. */
  release(records: number): void {
    this.released += records;
    this.wake.up();
  }

  async take(
    firstSequence: number,
    timesMicros: readonly number[],
    stopped: AbortSignal,
  ): Promise<readonly OutgoingRecord[]> {
    while (this.isSpent && !stopped.aborted) await this.wake.wait(stopped);
    if (stopped.aborted) return [];
    const due = timesMicros.slice(0, this.released - this.given);
    const records = await this.source.take(firstSequence, due, stopped);
    this.given += records.length;
    return records;
  }
}
