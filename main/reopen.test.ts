import { expect, it } from 'vitest';
import type { PipelineState } from './contract/pipeline';
import type { Reopening } from './contract/reopening';
import { restartApp } from './reopen';

function restart(host: string, state: PipelineState) {
  const asked: Reopening[] = [];
  const phase = { state: state as Exclude<PipelineState, 'degraded'> };
  const answer = restartApp({
    app: { host, dataFolder: '/lake' },
    pipeline: { phase: { ...phase, sinceMs: 0, step: null, failure: null } },
    requestQuit: (reopening) => void asked.push(reopening),
  });
  return { asked, answer };
}

it.each([
  ['running', true],
  ['starting', true],
  ['stopped', false],
  ['failed', false],
] as const)('a restart while %s starts the pipeline again: %s', async (state, startPipeline) => {
  const { asked, answer } = restart('browser', state);
  await answer;
  expect(asked).toEqual([{ dataFolder: '/lake', startPipeline }]);
});

it('is refused where no host would open it again', async () => {
  const { asked, answer } = restart('none', 'running');
  await expect(answer).rejects.toMatchObject({ failure: { code: 'REQUEST_INVALID' } });
  expect(asked).toEqual([]);
});
