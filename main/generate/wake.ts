/** Holds a source of events until it is woken or stopped; one wait at a time. */
export class Wake {
  private settle: () => void = () => undefined;

  /** Ends the wait that goes on; without one it does nothing. */
  up(): void {
    this.settle();
  }

  wait(stopped: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        stopped.removeEventListener('abort', settle);
        resolve();
      };
      this.settle = settle;
      stopped.addEventListener('abort', settle);
    });
  }
}
