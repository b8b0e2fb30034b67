import type { EventLine } from './contract/api';
import type { EventTold } from './contract/event-told';
import type { EventHub } from './event-hub';

/** Where lines of the app's own log go. */
export interface AppLog {
  write(line: string): void;
}

/** Text that another program said is only a text; our own is told in every language. */
export type EventText = string | { readonly message: string; readonly told: EventTold };

/** The app's event log: every start, stop, step and notice, pushed to all doors and written down. */
export class EventLog {
  constructor(
    private readonly hub: EventHub,
    private readonly log: AppLog,
  ) {}

  info(component: string, text: EventText): void {
    this.add('info', component, text);
  }

  warning(component: string, text: EventText): void {
    this.add('warning', component, text);
  }

  error(component: string, text: EventText): void {
    this.add('error', component, text);
  }

  /** A line for the log file alone: nothing that happened to the pipeline. */
  line(component: string, text: string): void {
    this.log.write(`info ${component}: ${text}`);
  }

  /** A defect: its stack goes to the log file alone, never to a person. */
  defect(error: unknown): void {
    this.log.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  private add(severity: EventLine['severity'], component: string, text: EventText): void {
    const said = typeof text === 'string' ? { message: text } : text;
    this.log.write(`${severity} ${component}: ${said.message}`);
    this.hub.publish('event.logged', { atMs: Date.now(), component, severity, ...said });
  }
}
