import type { Handlers } from '../contract/api';
import { failed } from '../contract/failure';
import { readSampleAlerts } from './sample-alerts';
import type { SampleLakehouse } from './sample-lakehouse';

/**
 * What the open sample changes about the answers: whoever starts leaves it first, what would change
 * its files is refused with `SAMPLE_READ_ONLY`, and what is else known of the running parts alone is
 * read from its own tables and history.
 */
export function overSample(handlers: Handlers, sample: SampleLakehouse): Handlers {
  const leaveThen =
    <A extends unknown[], T>(answer: (...asked: A) => Promise<T>) =>
    (...asked: A): Promise<T> => {
      sample.leave();
      return answer(...asked);
    };
  return {
    ...handlers,
    'pipeline.start': leaveThen(handlers['pipeline.start']),
    'pipeline.runOnce': leaveThen(handlers['pipeline.runOnce']),
    'reset.run': leaveThen(handlers['reset.run']),
    'quality.read': async (request, context) =>
      sample.shown?.reading.readQuality() ?? handlers['quality.read'](request, context),
    'alerts.read': async (request, context) =>
      sample.shown
        ? readSampleAlerts(sample.shown.reading)
        : handlers['alerts.read'](request, context),
    // Nothing changes there: what was read of it holds.
    'quality.rerun': async (request, context) =>
      sample.shown?.reading.readQuality() ?? handlers['quality.rerun'](request, context),
    'table.compact': async (request, context) => {
      if (sample.shown) throw failed('SAMPLE_READ_ONLY', { operation: 'A compaction' });
      return handlers['table.compact'](request, context);
    },
    'table.vacuum': async (request, context) => {
      if (sample.shown) throw failed('SAMPLE_READ_ONLY', { operation: 'A vacuum' });
      return handlers['table.vacuum'](request, context);
    },
    'export.createVersion': async (request, context) => {
      if (sample.shown) throw failed('SAMPLE_READ_ONLY', { operation: 'A new contract version' });
      return handlers['export.createVersion'](request, context);
    },
  };
}
