import type { ComponentHealth } from '../../main/contract/service';
import type { PipelineState, PipelineStep } from '../../main/contract/pipeline';

/**
 * Every text of the window, in English. A second language is a second object of the same shape:
 * the type below makes a missing or surplus key a compile error. Functions are sentences with
 * facts; the facts arrive formatted.
 */
const english = {
  product: 'Deltadesk',
  locale: 'en-GB',
  missing: '—',

  state: {
    stopped: 'Stopped',
    checking: 'Checking',
    starting: 'Starting',
    running: 'Running',
    degraded: 'Degraded',
    stopping: 'Stopping',
    failed: 'Failed',
  } satisfies Record<PipelineState, string>,
  action: {
    stopped: 'Start',
    checking: 'Cancel',
    starting: 'Cancel',
    running: 'Stop',
    degraded: 'Stop',
    stopping: 'Stopping…',
    failed: 'Try again',
  } satisfies Record<PipelineState, string>,
  step: {
    folders: 'folders',
    port: 'port',
    broker: 'broker',
    topics: 'topics',
    query: 'streaming query',
    producer: 'producer',
    firstBatch: 'first batch',
    producerFlush: 'producer flush',
    currentBatch: 'current batch',
    streamingJob: 'streaming job',
    brokerStop: 'broker',
  } satisfies Record<PipelineStep['name'], string>,
  stateDetail: {
    since: (word: string, time: string) => `${word} since ${time}`,
    running: (word: string, elapsed: string) => `${word} ${elapsed}`,
    step: (word: string, number: number, count: number, elapsed: string) =>
      `${word} ${number}/${count} · ${elapsed}`,
    elapsed: (word: string, elapsed: string) => `${word} · ${elapsed}`,
    timeLeft: (left: string) => `${left} left`,
    connecting: 'Connecting…',
  },

  topBar: {
    label: 'Pipeline control',
    pack: 'Pack',
    freshness: 'Freshness',
    version: (version: string, age: string) => `Version ${version}, ${age}`,
    shortcut: (keys: string) => `${keys}`,
  },
  theme: {
    label: 'Theme',
    system: 'System theme',
    light: 'Light theme',
    dark: 'Dark theme',
  },
  confirmStop: {
    title: 'Stop the pipeline?',
    body: 'The current batch ends, then the streaming job and the broker stop. Tables stay readable.',
    stop: 'Stop',
    keep: 'Keep running',
  },
  connection: {
    lost: (time: string) => `Connection to Deltadesk lost, last data ${time}`,
    lostBeforeData: 'Connection to Deltadesk lost',
    ended: (time: string) => `Deltadesk has stopped, last data ${time}`,
    endedFix: 'Start it again in the terminal and open the address it prints.',
    retryIn: (seconds: number) => (seconds > 0 ? `Next attempt in ${seconds} s` : 'Connecting…'),
    retryNow: 'Try now',
    refused: 'This page was not let in',
    refusedFix: 'Open the address that Deltadesk printed in the terminal; it carries the key.',
  },
  failure: {
    commandFailed: (title: string) => title,
    lastLines: (count: number) => `Last ${count} log lines`,
    copyDetails: 'Copy details',
    dismiss: 'Dismiss',
  },
  copy: { action: 'Copy', done: 'Copied', failed: 'Select and copy' },

  parts: {
    title: 'Parts',
    names: {
      broker: 'Broker',
      topics: 'Topics',
      producer: 'Producer',
      streamingJob: 'Streaming job',
      query: 'Streaming query',
      tables: 'Tables',
    } satisfies Record<ComponentHealth['component'], string>,
    health: {
      healthy: 'Healthy',
      warning: 'Warning',
      degraded: 'Degraded',
      unknown: 'Unknown',
    } satisfies Record<ComponentHealth['health'], string>,
    notAsked: 'Not asked yet',
    starting: (attempt: number) => (attempt > 1 ? `Starting, attempt ${attempt}` : 'Starting'),
    backingOff: (attempt: number, left: string) => `Attempt ${attempt} in ${left}`,
    up: (elapsed: string, pid: number) => `up ${elapsed}, pid ${pid}`,
    stopping: 'Stopping',
    failed: 'Failed',
  },

  strip: {
    label: 'Figures',
    lag: 'Consumer lag',
    lagUnit: 'records',
    lagSeconds: (age: string) => `oldest unread ${age}`,
    lagNothing: 'nothing unread',
    lagUnknown: 'not measured',
    latency: 'End-to-end latency',
    latencyNote: 'broker to last aggregate',
    median: 'p50',
    slowest: 'p95',
    rows: 'Rows',
    rowsNone: 'No table yet',
    producer: 'Producer',
    perSecond: '/s',
    sentPerSecond: '/s sent',
    producedAcknowledged: (produced: string, acknowledged: string) =>
      `${produced} produced, ${acknowledged} acknowledged`,
    sendFailures: (count: string) => `${count} not sent`,
    rate: 'Producer rate, records per second',
    rateValue: (rate: string) => `${rate} records per second`,
    rateStopped: 'The rate can be set while the producer runs',
  },
  layers: { bronze: 'Bronze', silver: 'Silver', gold: 'Gold', quality: 'Quality' },

  panel: {
    stoppedWithData: (count: string, time: string) =>
      `Pipeline is stopped. Showing ${count} from ${time}.`,
    waiting: (seconds: string) => `Waiting for the first micro-batch, ${seconds} so far`,
    stale: (age: string) => `Stale: ${age}`,
    retry: 'Retry',
    lastGood: 'Showing the last good rows.',
    clearFilter: 'Clear filter',
  },
  revenue: {
    title: 'Revenue by country and segment',
    unit: 'EUR, top 15 pairs',
    groups: (count: number) => (count === 1 ? '1 row' : `${count} rows`),
    willAppear: 'Revenue by country and segment appears here with the first micro-batch.',
    howToStart: (keys: string) => `Select Start, or press ${keys}.`,
    noMatch: (version: string) => `No sale in version ${version} of the table.`,
    summary: (total: string, country: string, highest: string) =>
      `Revenue ${total}, highest ${country} ${highest}`,
    viewAsTable: 'View as table',
    viewAsChart: 'View as chart',
    showSql: 'SQL',
    source: (table: string, version: string) => `${table} version ${version}`,
    took: (milliseconds: string) => `read in ${milliseconds}`,
    total: 'Total',
    sales: (count: string) => `${count} sales`,
    columns: { country: 'Country', segment: 'Segment', sales: 'Sales', revenue: 'Revenue' },
    keyboard: 'Arrow keys move between countries',
  },
  countries: { FR: 'France', DE: 'Germany', IT: 'Italy', ES: 'Spain', GB: 'UK' } as Record<
    string,
    string
  >,
  segments: {
    INDIVIDUAL: 'Individual',
    ENTERPRISE: 'Enterprise',
    EDUCATION: 'Education',
  } as Record<string, string>,

  bottomBar: {
    label: 'Details',
    broker: 'Broker',
    noBroker: 'not running',
    copyBroker: 'Copy the broker address',
    dataFolder: 'Data folder',
    version: (version: string) => `Version ${version}`,
  },
  age: { now: 'just now', seconds: 's', minutes: 'min', hours: 'h', days: 'd', ago: 'ago' },
  places: { label: 'Places', pipeline: 'Pipeline' },
};

/** The shape that every language fills. */
export type Messages = typeof english;

/** The texts of the window's language. */
export const messages: Messages = english;
