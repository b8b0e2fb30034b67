import { formatDuration, formatInteger, formatTable } from '../hosts/texts/format';
import type { BenchReport, DrainReport, ProcessLoad } from './bench-report';

/** The report for people: the rows of the README's performance table, then details. */
export function benchText(report: BenchReport): string {
  const rows: string[][] = [
    ['start to first Silver row, new folder', formatDuration(report.firstRowMs.cold)],
    ['start to first Silver row, later', formatDuration(report.firstRowMs.warm)],
  ];
  for (const step of report.latency) {
    const at = `${formatInteger(step.ratePerSecond)} records/s for ${step.seconds} s`;
    const { latencyMs } = step;
    rows.push(
      [
        `end to end, ${at}: p50, p95, p99`,
        latencyMs ? `${latencyMs.p50}, ${latencyMs.p95}, ${latencyMs.p99} ms` : '—',
      ],
      [`  micro-batch: p50, p95`, `${step.batchMs.p50}, ${step.batchMs.p95} ms`],
      [`  micro-batch: median by tenth of the time`, `${step.batchMsByTenth.join(' ')} ms`],
      [`  event-loop delay: p99`, `${step.eventLoopDelayMs.p99} ms`],
      ['  processor; memory', loadText(step.load)],
    );
  }
  if (report.idle) rows.push(['idle: processor; memory', loadText(report.idle)]);
  if (report.drain) {
    const { running, started } = report.drain;
    if (running) rows.push(...drainRows('a running job', running));
    rows.push(...drainRows('a job just started', started));
  }
  rows.push(['stop', formatDuration(report.stopMs)], ['ledger', report.ledger]);
  const files = formatTable(
    ['table', 'versions', 'live', 'live kB', 'dead', 'dead kB', 'log', 'log kB'],
    report.files.map((one) => [
      one.table,
      ...[one.versions, one.liveFiles, one.liveBytes / 1024, one.deadFiles, one.deadBytes / 1024]
        .concat(one.logFiles, one.logBytes / 1024)
        .map(formatInteger),
    ]),
  );
  const width = Math.max(...rows.map(([name]) => name!.length));
  const lines = rows.map(([name, value]) => `${name!.padEnd(width)}  ${value}`);
  const machine = `${report.pack}; ${report.cores} cores, ${formatInteger(report.memoryBytes / 2 ** 30)} GiB, Java ${report.java}`;
  return [machine, '', ...lines, '', files].join('\n');
}

/** `broker 4 %, 330 MB; streamingJob …; 1,012 MB in all`. */
function loadText(load: readonly ProcessLoad[]): string {
  const megabytes = (bytes: number | null) =>
    formatInteger(bytes === null ? null : bytes / 2 ** 20);
  const each = load.map(
    ({ process, cpuPercent, memoryBytes }) =>
      `${process} ${cpuPercent === null ? '—' : cpuPercent.toFixed(1)} %, ${megabytes(memoryBytes)} MB`,
  );
  const sum = load.reduce((bytes, one) => bytes + (one.memoryBytes ?? 0), 0);
  return `${each.join('; ')}; ${megabytes(sum)} MB in all`;
}

function drainRows(job: string, drain: DrainReport): string[][] {
  const rate = formatInteger(drain.recordsPerSecond);
  const settled = formatInteger(drain.settledRecordsPerSecond);
  return [
    [
      `drain of ${formatInteger(drain.records)} records, all layers, ${job}`,
      `${rate} records/s (second half ${settled})`,
    ],
    ['  processor; memory', loadText(drain.load)],
  ];
}
