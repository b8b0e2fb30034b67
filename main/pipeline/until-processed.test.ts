import { describe, expect, it } from 'vitest';
import type { Failure } from '../contract/failure';
import { toFailure } from '../contract/failure';
import { StreamingState } from '../streaming/streaming-state';
import { throwIfBroken, type ProcessingParts } from './until-processed';

/** All parts run well, apart from what the job said of the pack's query. */
function partsAfter(next: 'retry' | 'jobEnds' | 'nothing'): ProcessingParts {
  const streaming = new StreamingState();
  streaming.apply({
    ...{ kind: 'failed', atMs: 1_000, pack: 'orders', code: 'STREAMING_OFFSETS_LOST' },
    ...{ message: 'The topic was deleted.', next, retryInMs: next === 'retry' ? 1_000 : null },
  });
  const service = { status: { state: 'running', pid: 1, sinceMs: 0 } };
  return {
    ...{ pipeline: { phase: { state: 'running', failure: null } }, streaming },
    ...{ broker: service, streamingJob: service, producer: { failure: null } },
  } as unknown as ProcessingParts;
}

const thrown = (parts: ProcessingParts): Failure | null => {
  try {
    throwIfBroken(parts);
    return null;
  } catch (error) {
    return toFailure(error);
  }
};

describe('waiting for the records of a pack whose query has failed', () => {
  it('ends with its failure when the job leaves it so', () => {
    expect(thrown(partsAfter('nothing'))).toMatchObject({
      code: 'STREAMING_OFFSETS_LOST',
      facts: { message: 'The topic was deleted.' },
    });
  });

  it('goes on while the query or the job is to be started again', () => {
    expect(thrown(partsAfter('retry'))).toBeNull();
    expect(thrown(partsAfter('jobEnds'))).toBeNull();
  });
});
