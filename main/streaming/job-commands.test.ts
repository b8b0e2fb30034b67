import { describe, expect, it, vi } from 'vitest';
import { toFailure } from '../contract/failure';
import type { JobAnswer, JobCommand } from '../contract/job-command';
import { JobCommands } from './job-commands';

const compacted = {
  kind: 'compacted',
  atMs: 5_000,
  table: 'silver.sales',
  filesBefore: 9,
  filesAfter: 1,
  bytesBefore: 900,
  bytesAfter: 500,
  tableVersion: 12,
  longestWaitMs: 140,
} as const;

/** Of each kind of answer. */
type WithoutId<A> = A extends JobAnswer ? Omit<A, 'id'> : never;

/** A job that runs, and the commands that it was sent. */
function runningJob() {
  const sent: JobCommand[] = [];
  const commands = new JobCommands((line) => {
    sent.push(JSON.parse(line) as JobCommand);
    return true;
  });
  const ending = new AbortController();
  const onProgress = vi.fn();
  const compact = () =>
    commands.compact(
      { command: 'compact', table: 'silver.sales' },
      { signal: ending.signal, onProgress },
    );
  const answer = (line: WithoutId<JobAnswer>, index = 0) =>
    commands.take({ ...line, id: sent[index]?.id ?? null } as JobAnswer);
  return { commands, sent, ending, onProgress, compact, answer };
}

describe('commands to the streaming job', () => {
  it('are answered under their own id, with progress', async () => {
    const { sent, compact, answer, onProgress, commands } = runningJob();
    const [one, two] = [compact(), compact()];
    expect(sent).toMatchObject([{ command: 'compact', table: 'silver.sales' }, {}]);
    expect(sent[0]?.id).not.toBe(sent[1]?.id);
    answer({ kind: 'commandProgress', atMs: 1, done: 3, of: 12 }, 1);
    commands.take({ kind: 'commandFailed', atMs: 1, id: null, message: 'of another line' });
    expect(onProgress.mock.calls).toEqual([[25]]);
    answer({ ...compacted, filesAfter: 2 }, 1);
    answer(compacted);
    expect([(await one).filesAfter, (await two).filesAfter]).toEqual([1, 2]);
  });

  it('fail with the sentence of the job, and when the job ends without one', async () => {
    const { compact, answer, commands } = runningJob();
    const [refused, lost] = [compact().catch(toFailure), compact().catch(toFailure)];
    answer({ kind: 'commandFailed', atMs: 1, message: 'It does not write that table.' });
    commands.lose();
    expect(await refused).toMatchObject({
      code: 'UPKEEP_FAILED',
      facts: { table: 'silver.sales', reason: 'It does not write that table.' },
    });
    expect(await lost).toMatchObject({ code: 'UPKEEP_FAILED' });
  });

  it('fail while no job runs', async () => {
    const commands = new JobCommands(() => false);
    const { signal } = new AbortController();
    const asked = {
      command: 'vacuum',
      table: 'gold.t',
      retentionHours: 168,
      dryRun: true,
    } as const;
    const failure = await commands.vacuum(asked, { signal, onProgress: vi.fn() }).catch(toFailure);
    expect(failure).toMatchObject({ code: 'UPKEEP_JOB_NOT_RUNNING', facts: { table: 'gold.t' } });
  });

  it('are taken back by a cancel, which waits for the end of the piece under way', async () => {
    const { sent, compact, answer, ending } = runningJob();
    const cancelled = compact().catch(toFailure);
    ending.abort();
    expect(sent[1]).toEqual({ command: 'cancel', id: sent[0]?.id });
    answer({ kind: 'commandFailed', atMs: 1, message: 'It was cancelled.' });
    expect(await cancelled).toMatchObject({ code: 'REQUEST_CANCELLED' });
    await expect(compact().catch(toFailure)).resolves.toMatchObject({ code: 'REQUEST_CANCELLED' });
    expect(sent).toHaveLength(2);
  });
});
