import { describe, expect, it } from 'vitest';
import type { PipelineState } from '../../../main/contract/pipeline';
import type { QueryResult } from '../../../main/contract/query';
import { revenueResult } from '../fixtures/overview-fixtures';
import type { AsyncView } from '../state/async-view';
import { panelCondition } from './panel-condition';

const nowMs = 1_000_000;
const result = revenueResult(nowMs);
const ready: AsyncView<QueryResult> = { kind: 'ready', value: result };
const empty: AsyncView<QueryResult> = { kind: 'empty', sinceMs: 0 };
const open = { kind: 'open' } as const;

const kindOf = (
  view: AsyncView<QueryResult>,
  state: PipelineState,
  connection: Parameters<typeof panelCondition>[0]['connection'] = open,
) => panelCondition({ view, pipeline: { state, sinceMs: 0 }, connection, nowMs }).kind;

describe('panel condition', () => {
  it('is current while the pipeline runs and the rows are young', () => {
    expect(kindOf(ready, 'running')).toBe('current');
    expect(kindOf(ready, 'starting')).toBe('current');
  });

  it('is stopped with and without rows', () => {
    expect(kindOf(ready, 'stopped')).toBe('stopped');
    expect(kindOf(empty, 'stopped')).toBe('stopped');
    expect(kindOf(empty, 'failed')).toBe('stopped');
  });

  it('waits for the first micro-batch while nothing was read', () => {
    expect(kindOf(empty, 'starting')).toBe('waiting');
  });

  it('is loading before the first answer, whatever the pipeline does', () => {
    expect(kindOf({ kind: 'loading', sinceMs: 0 }, 'stopped')).toBe('loading');
    expect(kindOf({ kind: 'loading', sinceMs: 0 }, 'running')).toBe('loading');
  });

  it('has no match when the table has no row', () => {
    expect(kindOf({ kind: 'ready', value: { ...result, rows: [] } }, 'running')).toBe('noMatch');
  });

  it('failed outranks everything and keeps the last good rows', () => {
    const failure = { code: 'SQL_TIMEOUT' as const, facts: {}, lastLogLines: [] };
    const view: AsyncView<QueryResult> = { kind: 'failed', failure, last: result };
    expect(panelCondition({ view, pipeline: null, connection: open, nowMs })).toEqual({
      kind: 'failed',
      failure,
      result,
    });
  });

  it('is stale when old rows stand while the pipeline runs, or the connection is lost', () => {
    const old = { kind: 'ready' as const, value: { ...result, committedAtMs: nowMs - 15_001 } };
    expect(kindOf(old, 'running')).toBe('stale');
    expect(kindOf(old, 'degraded')).toBe('stale');
    expect(kindOf(old, 'stopped')).toBe('stopped');
    expect(kindOf(ready, 'running', { kind: 'lost', retryAtMs: null, hasEnded: false })).toBe(
      'stale',
    );
  });
});
