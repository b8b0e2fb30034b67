import { failed } from '../contract/failure';
import type { RequestContext } from '../contract/api';
import type { EndSignal, RequestProgress } from '../contract/running-request';

/** What a request that may take long is given: when to end, and where to tell how far it is. */
export interface RequestControl {
  readonly signal: AbortSignal;
  readonly onProgress: (percent: number, written?: RequestProgress['written']) => void;
}

/** How often a request's progress is pushed at most. */
const progressIntervalMs = 200;

/** The requests that run now and can be ended: by their id, or by the end of their connection. */
export class RunningRequests {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly push: (progress: RequestProgress) => void) {}

  /**
   * Runs `work` until it ends or its signal is aborted. Without an id there is no progress and only
   * `closed`, the end of the caller's connection, ends it. Fails with `REQUEST_INVALID` for an id
   * that is in use.
   */
  async run<T>(
    requestId: string | undefined,
    closed: EndSignal | undefined,
    work: (control: RequestControl) => Promise<T>,
  ): Promise<T> {
    if (requestId !== undefined && this.running.has(requestId)) {
      const reason = `a request with the id ${requestId} runs already`;
      throw failed('REQUEST_INVALID', { name: 'requestId', reason });
    }
    const controller = new AbortController();
    const end = () => controller.abort();
    if (closed?.aborted) end();
    closed?.addEventListener('abort', end, { once: true });
    if (requestId !== undefined) this.running.set(requestId, controller);
    let pushedAtMs = -Infinity;
    const onProgress: RequestControl['onProgress'] = (percent, written) => {
      const nowMs = performance.now();
      if (requestId === undefined || nowMs - pushedAtMs < progressIntervalMs) return;
      pushedAtMs = nowMs;
      const shown = Math.min(100, Math.max(0, percent));
      this.push({ requestId, percent: shown, ...(written ? { written } : {}) });
    };
    try {
      return await work({ signal: controller.signal, onProgress });
    } finally {
      closed?.removeEventListener('abort', end);
      if (requestId !== undefined) this.running.delete(requestId);
    }
  }

  /** The handler of a request that `work` answers; it runs like `run`, under the request's own id. */
  answering<R extends { readonly requestId?: string | undefined }, T>(
    work: (request: R, control: RequestControl) => Promise<T>,
  ): (request: R, caller?: RequestContext) => Promise<T> {
    return (request, caller) =>
      this.run(request.requestId, caller?.signal, (control) => work(request, control));
  }

  /** False when no such request runs. */
  cancel(requestId: string): boolean {
    const controller = this.running.get(requestId);
    controller?.abort();
    return controller !== undefined;
  }
}
