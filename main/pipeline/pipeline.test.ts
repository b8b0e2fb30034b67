import { describe, expect, it } from 'vitest';
import { failed } from '../contract/failure';
import { Pipeline, type PipelinePhase } from './pipeline';
import type { PipelineParts } from './pipeline-parts';

const starts = [
  'checkFolders',
  'choosePort',
  'startBroker',
  'ensureTopics',
  'startStreamingJob',
  'startProducer',
  'waitForFirstBatch',
] as const;
const stops = ['stopProducer', 'askStreamingJobToStop', 'stopStreamingJob', 'stopBroker'] as const;

/** Parts that note their calls; `gates` hold a part until they are opened. */
function recordedParts(gates: Partial<Record<keyof PipelineParts, Promise<void>>> = {}) {
  const calls: string[] = [];
  const part = (name: keyof PipelineParts) => async () => {
    calls.push(name);
    await gates[name];
  };
  const parts = Object.fromEntries([...starts, ...stops].map((name) => [name, part(name)]));
  return { calls, parts: parts as unknown as PipelineParts };
}

const observed = (parts: PipelineParts) => {
  const states: string[] = [];
  const pipeline = new Pipeline(parts, (phase: PipelinePhase) => {
    if (states.at(-1) !== phase.state) states.push(phase.state);
  });
  return { pipeline, states };
};

describe('Pipeline', () => {
  it('starts every part in order and stops in order', async () => {
    const { calls, parts } = recordedParts();
    const { pipeline, states } = observed(parts);
    await pipeline.start();
    await pipeline.stop();
    expect(calls).toEqual([...starts, ...stops]);
    expect(states).toEqual(['checking', 'starting', 'running', 'stopping', 'stopped']);
  });

  it('stops what was started and keeps the failure when a step fails', async () => {
    const failing = Promise.reject(failed('PORT_BUSY', { port: 9092 }));
    const { calls, parts } = recordedParts({ ensureTopics: failing });
    const { pipeline } = observed(parts);
    await pipeline.start();
    expect(pipeline.phase).toMatchObject({ state: 'failed', failure: { code: 'PORT_BUSY' } });
    expect(calls).toEqual([...starts.slice(0, 4), ...stops]);
    await pipeline.stop();
    expect(pipeline.phase.state).toBe('stopped');
  });

  it.each(starts)(
    'ends as stopped, with all stop steps run, when cancelled in %s',
    async (name) => {
      let open = () => {};
      const gate = new Promise<void>((resolve) => (open = resolve));
      const { calls, parts } = recordedParts({ [name]: gate });
      const { pipeline, states } = observed(parts);
      const start = pipeline.start();
      const stop = pipeline.stop();
      open();
      await Promise.all([start, stop]);
      expect(states.at(-1)).toBe('stopped');
      expect(calls.slice(-4)).toEqual([...stops]);
      expect(states).not.toContain('running');
    },
  );

  it('joins a second start and a second stop', async () => {
    const { calls, parts } = recordedParts();
    const { pipeline } = observed(parts);
    await Promise.all([pipeline.start(), pipeline.start()]);
    await Promise.all([pipeline.stop(), pipeline.stop()]);
    expect(calls).toHaveLength(starts.length + stops.length);
  });

  it('starts again after a stop that is still under way', async () => {
    const { parts } = recordedParts();
    const { pipeline } = observed(parts);
    await pipeline.start();
    void pipeline.stop();
    await pipeline.start();
    expect(pipeline.phase.state).toBe('running');
  });
});
