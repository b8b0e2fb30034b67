import { expect, it } from 'vitest';
import { failed } from '../contract/failure';
import type { HistoryTableName } from './history-tables';
import { RunRecorder, type RunPhase } from './run-recorder';

const step = (name: 'broker' | 'topics' | 'brokerStop', sinceMs: number) =>
  ({ name, number: 1, count: 2, sinceMs }) as const;
const phase = (state: RunPhase['state'], rest: Partial<RunPhase> = {}): RunPhase => ({
  state,
  sinceMs: 0,
  step: null,
  failure: null,
  ...rest,
});

function recorder() {
  const rows: { name: HistoryTableName; row: Record<string, unknown> }[] = [];
  const history = {
    add: (name: HistoryTableName, row: object) => rows.push({ name, row: { ...row } }),
  };
  const runs = new RunRecorder(history as never, 'p', () => ({ servers: 'x' }));
  const newest = (name: HistoryTableName) =>
    rows.filter((one) => one.name === name).map(({ row }) => row);
  return { runs, newest };
}

it('a run goes from the start to the end of the stop, each step with its end', () => {
  const { runs, newest } = recorder();
  runs.follow(phase('checking'), 1);
  runs.follow(phase('starting', { step: step('broker', 2) }), 2);
  runs.note('broker is slow');
  runs.follow(phase('starting', { step: step('topics', 5) }), 5);
  runs.follow(phase('running'), 8);
  runs.follow(phase('stopping', { step: step('brokerStop', 9) }), 9);
  runs.follow(phase('stopped'), 12);
  expect(newest('runs').at(-1)).toMatchObject({
    status: 'stopped',
    started_at: 1,
    running_at: 8,
    ended_at: 12,
  });
  const ended = newest('run_steps').filter((row) => row['ended_at'] !== null);
  expect(ended).toMatchObject([
    {
      number: 1,
      operation: 'start',
      step: 'broker',
      status: 'done',
      log_excerpt: 'broker is slow',
    },
    { number: 2, operation: 'start', step: 'topics', ended_at: 8, outputs: '{"servers":"x"}' },
    { number: 3, operation: 'stop', step: 'brokerStop', ended_at: 12, log_excerpt: null },
  ]);
});

it('a start that fails is a run that failed, and so is its step', () => {
  const { runs, newest } = recorder();
  runs.follow(phase('starting', { step: step('broker', 2) }), 2);
  runs.follow(
    phase('failed', {
      failure: failed('PORT_BUSY', { port: 9092, program: null, pid: null }).failure,
    }),
    4,
  );
  expect(newest('runs').at(-1)).toMatchObject({ status: 'failed', failure: 'PORT_BUSY' });
  expect(newest('run_steps').at(-1)).toMatchObject({ step: 'broker', status: 'failed' });
});
