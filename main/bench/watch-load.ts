import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ControlCenter } from '../control-center';
import type { ProcessLoad, Quantiles } from './bench-report';
import { readProcessUsage, type ProcessUsage } from '../supervisor/process-usage';

const sampleIntervalMs = 500;
/** Its timer costs 1 % of a core at 5 ms (measured) and nothing that is seen at 20 ms. */
const delayResolutionMs = 20;

export interface LoadWatch {
  end(): { readonly load: ProcessLoad[]; readonly eventLoopDelayMs: Quantiles };
}

/** Watches the three processes, and this one's event loop, until `end`. */
export function watchLoad(parts: ControlCenter['parts']): LoadWatch {
  const pidOf = {
    broker: () => pid(parts.broker.status),
    streamingJob: () => pid(parts.streamingJob.status),
    control: () => process.pid,
  } as const;
  const names = Object.keys(pidOf) as (keyof typeof pidOf)[];
  const read = (name: keyof typeof pidOf): ProcessUsage | null => {
    const of = pidOf[name]();
    return of === null ? null : readProcessUsage(of);
  };
  const before = new Map(names.map((name) => [name, read(name)]));
  const most = new Map<string, number>();
  const sample = () => {
    for (const name of names) {
      const bytes = read(name)?.memoryBytes;
      if (bytes !== undefined) most.set(name, Math.max(bytes, most.get(name) ?? 0));
    }
  };
  const timer = setInterval(sample, sampleIntervalMs);
  const delay = monitorEventLoopDelay({ resolution: delayResolutionMs });
  delay.enable();
  const startedAtMs = performance.now();
  return {
    end: () => {
      clearInterval(timer);
      delay.disable();
      sample();
      const elapsedMs = performance.now() - startedAtMs;
      const load = names.map((name): ProcessLoad => {
        const to = read(name);
        // A process that was started meanwhile began with none.
        const fromMs = before.get(name)?.cpuMs ?? 0;
        const cpuPercent = to === null ? null : (100 * (to.cpuMs - fromMs)) / elapsedMs;
        return { process: name, cpuPercent, memoryBytes: most.get(name) ?? null };
      });
      // The histogram counts the timer's own interval too.
      const at = (percent: number) =>
        Math.max(0, Math.round(delay.percentile(percent) / 1e6 - delayResolutionMs));
      return { load, eventLoopDelayMs: { p50: at(50), p95: at(95), p99: at(99) } };
    },
  };
}

function pid(status: ControlCenter['parts']['broker']['status']): number | null {
  return status.state === 'running' ? status.pid : null;
}
