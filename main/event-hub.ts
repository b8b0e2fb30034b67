import { EventEmitter } from 'node:events';
import type { EventName, EventOf } from './contract/api';

/**
 * Pushes the contract's events to whoever listens: windows, browser pages, the status block.
 * `publishSoon` sends at most one value a second per name, the newest.
 */
export class EventHub {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly pending = new Map<EventName, NodeJS.Timeout>();

  constructor(private readonly intervalMs = 1_000) {}

  on<N extends EventName>(name: N, listener: (value: EventOf<N>) => void): () => void {
    this.emitter.on(name, listener);
    return () => this.emitter.off(name, listener);
  }

  publish<N extends EventName>(name: N, value: EventOf<N>): void {
    this.emitter.emit(name, value);
  }

  /** Asks for the value when the interval is over, so that many changes cost one reading. */
  publishSoon<N extends EventName>(name: N, read: () => EventOf<N>): void {
    if (this.pending.has(name)) return;
    const timer = setTimeout(() => {
      this.pending.delete(name);
      if (this.emitter.listenerCount(name) > 0) this.publish(name, read());
    }, this.intervalMs);
    timer.unref();
    this.pending.set(name, timer);
  }

  close(): void {
    for (const timer of this.pending.values()) clearTimeout(timer);
    this.pending.clear();
    this.emitter.removeAllListeners();
  }
}
