import type { BatchRows } from '../contract/streaming';

/** The share of rejected records among about the last so many, by whole batches. */
export class RecentRejections {
  private batches: { readonly input: number; readonly rejected: number }[] = [];

  /** `readRecords` is asked each time: it is a setting. */
  constructor(private readonly readRecords: () => number) {}

  add({ input, rejected }: BatchRows): void {
    if (input === 0) return;
    this.batches.push({ input, rejected: rejected.parse + rejected.schema + rejected.rule });
    const records = this.readRecords();
    while (this.sum('input') - this.batches[0]!.input >= records) this.batches.shift();
  }

  /** Null before that many records came. */
  read(): number | null {
    const input = this.sum('input');
    return input < this.readRecords() ? null : this.sum('rejected') / input;
  }

  private sum(what: 'input' | 'rejected'): number {
    return this.batches.reduce((sum, batch) => sum + batch[what], 0);
  }
}
