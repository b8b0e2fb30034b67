import { describe, expect, it } from 'vitest';
import { pipelineState } from '../../../../main/contract/pipeline';
import { pipelineIn } from '../../fixtures/pipeline-fixtures';
import { describeState, stateAppearance } from './pipeline-appearance';

const nowMs = new Date(2026, 10, 21, 14, 14).getTime();

describe('words beside the button', () => {
  it.each([
    ['stopped', 'Stopped since 14:02', null],
    ['checking', 'Checking 2/7 · 8 s', 'port'],
    ['starting', 'Starting 3/7 · 8 s', 'broker'],
    ['running', 'Running 12 min', null],
    ['stopping', 'Stopping 3/4 · 8 s', 'streaming job · 7 s left'],
    ['failed', 'Failed since 14:13', 'The Kafka broker does not answer'],
  ] as const)('%s', (state, headline, detail) => {
    expect(describeState(pipelineIn(state, nowMs), nowMs)).toEqual({ headline, detail });
  });

  it('names the worst part while degraded', () => {
    expect(describeState(pipelineIn('degraded', nowMs), nowMs)).toMatchObject({
      headline: 'Degraded 12 min',
      detail: expect.stringContaining('exited with code 137') as string,
    });
  });
});

it('no two states share icon and colour', () => {
  const looks = pipelineState.options.map((state) => {
    const { icon, tone } = stateAppearance[state];
    return `${icon} ${tone}`;
  });
  // Starting and Stopping are told apart by their words and by the disabled button.
  expect(new Set(looks).size).toBe(looks.length - 1);
});
