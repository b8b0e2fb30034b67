import { expect, it } from 'vitest';
import { failed } from '../contract/failure';
import type { HistoryTableName } from './history-tables';
import { RunOnceRecorder } from './run-once-recorder';

it('a run once that fails is a run that failed, and so is the step it failed in', async () => {
  const rows: { name: HistoryTableName; row: object }[] = [];
  const history = { add: (name: HistoryTableName, row: object) => rows.push({ name, row }) };
  const recorder = new RunOnceRecorder(history as never, 'p', 7);
  await recorder.step('check', async () => undefined);
  const failure = failed('PIPELINE_NOT_RUNNING');
  await expect(recorder.step('send', () => Promise.reject(failure))).rejects.toBe(failure);
  recorder.end(failure);

  const newest = (name: HistoryTableName) =>
    rows.filter((one) => one.name === name).map(({ row }) => row);
  expect(newest('runs').at(-1)).toMatchObject({
    ...{ run_id: 'p-once-7', status: 'failed', started_at: 7 },
    ...{ ended_at: expect.any(Number) as number, failure: 'PIPELINE_NOT_RUNNING' },
  });
  expect(newest('run_steps')).toMatchObject([
    { number: 1, step: 'check', status: 'running', ended_at: null },
    { number: 1, step: 'check', status: 'done', outputs: null },
    { number: 2, step: 'send', status: 'running', ended_at: null },
    { number: 2, step: 'send', status: 'failed', ended_at: expect.any(Number) as number },
  ]);
  expect(recorder.steps.map(({ name }) => name)).toEqual(['check']);
});
