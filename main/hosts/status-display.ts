import { createLogUpdate } from 'log-update';
import type { ControlCenterApi, Overview } from '../contract/api';
import { describeFailure } from '../contract/describe-failure';
import type { Failure } from '../contract/failure';
import type { QueryResult } from '../contract/query';
import { statusBlock, statusLine } from './texts/status-text';

const lineIntervalMs = 5_000;

/**
 * Shows the pipeline in a terminal: a block refreshed in place, or one line every 5 s where the
 * output is no terminal. Notices and failures are printed above. Returns the function that ends it.
 */
export function startStatusDisplay(
  api: ControlCenterApi,
  countryQuery: string,
  output: NodeJS.WriteStream,
): () => void {
  const block = output.isTTY ? createLogUpdate(output) : null;
  let newest: Overview | null = null;
  let countries: QueryResult | null = null;
  let shownFailure: Failure | null = null;

  const draw = () => {
    if (newest && block) block(statusBlock(newest, countries, Date.now()));
  };
  const say = (text: string) => {
    block?.clear();
    output.write(`${text}\n`);
    draw();
  };
  const readCountries = async () => {
    const result = await api.invoke('query.run', { name: countryQuery });
    // Before the first micro-batch there is no table to read: nothing to say about that.
    if (result.ok) countries = result.value;
  };
  const show = (overview: Overview) => {
    newest = overview;
    const { failure } = overview.pipeline;
    if (failure && failure.code !== shownFailure?.code) {
      const { title, message, fix } = describeFailure(failure);
      say(`${title}. ${message} ${fix} (${failure.code})`);
    }
    shownFailure = failure;
    draw();
  };

  const unsubscribes = [
    api.on('overview.changed', show),
    api.on('event.logged', (event) => say(`${event.component}: ${event.message}`)),
  ];
  const countriesTimer = setInterval(() => void readCountries().then(draw), lineIntervalMs);
  const lineTimer = setInterval(() => {
    if (newest && !block) output.write(`${statusLine(newest, countries, Date.now())}\n`);
  }, lineIntervalMs);
  void api.invoke('overview.read', {}).then((result) => result.ok && show(result.value));

  return () => {
    clearInterval(countriesTimer);
    clearInterval(lineTimer);
    for (const unsubscribe of unsubscribes) unsubscribe();
    // What it showed is not so any more.
    block?.clear();
    block?.done();
  };
}
