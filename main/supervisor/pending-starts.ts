import { failed, FailureError } from '../contract/failure';
import type { ServiceName, ServiceStatus } from '../contract/service';

interface PendingStart {
  resolve(): void;
  reject(error: Error): void;
}

/** Those who wait for a service to run; the service's next settled status answers all of them. */
export class PendingStarts {
  private pending: PendingStart[] = [];

  constructor(private readonly service: ServiceName) {}

  /** Resolves when the service runs; rejects with its failure, or when it is stopped. */
  wait(): Promise<void> {
    return new Promise((resolve, reject) => this.pending.push({ resolve, reject }));
  }

  answer(status: ServiceStatus): void {
    if (status.state === 'starting' || status.state === 'backingOff') return;
    const answered = this.pending;
    this.pending = [];
    for (const start of answered) {
      if (status.state === 'running') start.resolve();
      else if (status.state === 'failed') start.reject(new FailureError(status.failure));
      else start.reject(this.cancelled());
    }
  }

  cancelled(): FailureError {
    return failed('REQUEST_CANCELLED', { request: `Start of the ${this.service}` });
  }
}
