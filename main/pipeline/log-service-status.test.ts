import { describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import { EventHub } from '../event-hub';
import { EventLog } from '../event-log';
import { logServiceStatus } from './log-service-status';

describe('logServiceStatus', () => {
  it('tells a loss, the restart and a final failure, and nothing of an orderly life', () => {
    const lines: string[] = [];
    const log = new EventLog(new EventHub(), { write: (line) => lines.push(line) });
    const tell = logServiceStatus(log, 'broker');
    const exited = failed('SERVICE_EXITED', {
      service: 'broker',
      exitCode: null,
      signal: 'SIGKILL',
    });
    const hopeless = failed('SERVICE_KEEPS_FAILING', { service: 'broker', attempts: 5 });

    tell({ state: 'starting', attempt: 1, sinceMs: 0 });
    tell({ state: 'running', pid: 1, sinceMs: 0 });
    expect(lines).toEqual([]);
    const untilMs = Date.now() + 2_000;
    tell({ state: 'backingOff', attempt: 2, untilMs, failure: exited.failure });
    tell({ state: 'starting', attempt: 2, sinceMs: 0 });
    tell({ state: 'running', pid: 2, sinceMs: 0 });
    tell({ state: 'failed', failure: hopeless.failure });
    tell({ state: 'stopped' });
    expect(lines).toEqual([
      'error broker: Ended by itself. Exit code —, signal SIGKILL. Starts again in 2 s.',
      'info broker: Runs again (pid 2).',
      expect.stringMatching(/^error broker: The broker keeps ending\. Look at the log/),
    ]);
  });
});
