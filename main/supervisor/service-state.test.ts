import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import type { ServiceStatus } from '../contract/service';
import { transition, type ServiceEvent } from './service-state';

const failure: Failure = { code: 'SERVICE_EXITED', facts: {}, lastLogLines: [] };
const older: Failure = { code: 'SERVICE_NOT_READY', facts: {}, lastLogLines: [] };

const statuses = {
  stopped: { state: 'stopped' },
  firstStart: { state: 'starting', attempt: 1, sinceMs: 10 },
  restart: { state: 'starting', attempt: 3, sinceMs: 10 },
  running: { state: 'running', pid: 77, sinceMs: 20 },
  backingOff: { state: 'backingOff', attempt: 3, untilMs: 40, failure: older },
  stopping: { state: 'stopping', sinceMs: 50 },
  failed: { state: 'failed', failure: older },
} satisfies Record<string, ServiceStatus>;

const events = {
  start: { kind: 'start', atMs: 100 },
  ready: { kind: 'ready', pid: 78, atMs: 100 },
  exited: { kind: 'exited', failure, retryAttempt: 4, retryAtMs: 200 },
  hopeless: { kind: 'hopeless', failure },
  attemptsExhausted: { kind: 'attemptsExhausted', failure },
  timer: { kind: 'timer', atMs: 100 },
  stop: { kind: 'stop', atMs: 100 },
} satisfies Record<string, ServiceEvent>;

type StatusName = keyof typeof statuses;
type EventName = keyof typeof events;

const begun: ServiceStatus = { state: 'starting', attempt: 1, sinceMs: 100 };
const runs: ServiceStatus = { state: 'running', pid: 78, sinceMs: 100 };
const isEnded: ServiceStatus = { state: 'stopped' };
const ends: ServiceStatus = { state: 'stopping', sinceMs: 100 };
const fails: ServiceStatus = { state: 'failed', failure };
const waits: ServiceStatus = { state: 'backingOff', attempt: 4, untilMs: 200, failure };
const again: ServiceStatus = { state: 'starting', attempt: 3, sinceMs: 100 };

/** What leads to another status; every pair that is not named leaves the very same one. */
const changes: Record<StatusName, Partial<Record<EventName, ServiceStatus>>> = {
  stopped: { start: begun },
  firstStart: {
    ready: runs,
    exited: fails,
    hopeless: fails,
    attemptsExhausted: fails,
    stop: ends,
  },
  restart: { ready: runs, exited: waits, hopeless: fails, attemptsExhausted: fails, stop: ends },
  running: { exited: waits, attemptsExhausted: fails, stop: ends },
  backingOff: { timer: again, stop: isEnded },
  stopping: { exited: isEnded },
  failed: { start: begun },
};

const pairs = (Object.keys(statuses) as StatusName[]).flatMap((status) =>
  (Object.keys(events) as EventName[]).map((event) => ({ status, event })),
);

describe('transition', () => {
  it.each(pairs)('of $status by $event is as in the table', ({ status, event }) => {
    const next = transition(statuses[status], events[event]);
    const expected = changes[status][event];
    if (expected) expect(next).toEqual(expected);
    else expect(next).toBe(statuses[status]);
  });
});
