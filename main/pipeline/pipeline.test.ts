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
  const names = [...starts, ...stops, 'restart'] as const;
  const parts = Object.fromEntries(names.map((name) => [name, part(name)]));
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
    const failing = Promise.reject(failed('PORT_BUSY', { port: 9092, program: null, pid: null }));
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

  it('starts a part alone beside the broker, and says so many steps fewer', async () => {
    const { calls, parts } = recordedParts();
    const steps: (number | undefined)[] = [];
    const pipeline = new Pipeline(parts, ({ step }) => steps.push(step?.count));
    await pipeline.start('producer');
    expect(calls).toEqual(starts.filter((name) => !/StreamingJob|FirstBatch/.test(name)));
    expect(new Set(steps)).toEqual(new Set([undefined, 5]));
  });

  it('restarts a part only while it runs, one at a time', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { calls, parts } = recordedParts({ restart: gate });
    const { pipeline, states } = observed(parts);
    await expect(pipeline.restart('broker')).rejects.toThrow('PIPELINE_NOT_RUNNING');
    const start = pipeline.start();
    await expect(pipeline.restart('broker')).rejects.toThrow('PIPELINE_BUSY');
    await start;
    const restart = pipeline.restart('broker');
    await expect(pipeline.restart('producer')).rejects.toThrow('PIPELINE_BUSY');
    open();
    await restart;
    expect(calls.at(-1)).toBe('restart');
    expect(states.at(-1)).toBe('running');
  });

  it('stops also what a restart under way has started, and cancels it', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { calls, parts } = recordedParts({ restart: gate });
    const { pipeline } = observed(parts);
    await pipeline.start();
    const restart = pipeline.restart('streamingJob').catch((error: Error) => error.message);
    const stop = pipeline.stop();
    open();
    await stop;
    expect(await restart).toContain('REQUEST_CANCELLED');
    expect(calls.slice(-8)).toEqual([...stops, ...stops]);
    expect(pipeline.phase.state).toBe('stopped');
  });

  it('does stopped work only while it is stopped, and starts after it', async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const { calls, parts } = recordedParts();
    const { pipeline } = observed(parts);
    const work = pipeline.whileStopped('A reset', () => gate);
    const start = pipeline.start();
    await expect(pipeline.whileStopped('A move', async () => 1)).rejects.toThrow('PIPELINE_BUSY');
    expect(calls).toEqual([]);
    open();
    await Promise.all([work, start]);
    expect(pipeline.phase.state).toBe('running');
    await expect(pipeline.whileStopped('A move', async () => 1)).rejects.toThrow(
      'PIPELINE_RUNNING',
    );
  });
});
