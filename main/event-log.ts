import type { EventLine } from './contract/api';
import type { EventHub } from './event-hub';

/** Where lines of the app's own log go. */
export interface AppLog {
  write(line: string): void;
}

/** The app's event log: every start, stop, step and notice, pushed to all doors and written down. */
export class EventLog {
  constructor(
    private readonly hub: EventHub,
    private readonly log: AppLog,
  ) {}

  info(component: string, message: string): void {
    this.add('info', component, message);
  }

  warning(component: string, message: string): void {
    this.add('warning', component, message);
  }

  error(component: string, message: string): void {
    this.add('error', component, message);
  }

  /** A defect: its stack goes to the log file alone, never to a person. */
  defect(error: unknown): void {
    this.log.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  private add(severity: EventLine['severity'], component: string, message: string): void {
    this.log.write(`${severity} ${component}: ${message}`);
    this.hub.publish('event.logged', { atMs: Date.now(), component, severity, message });
  }
}
