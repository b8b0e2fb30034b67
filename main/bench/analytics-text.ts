import { formatDuration, formatInteger, formatTable } from '../hosts/texts/format';
import type { AnalyticsReport, QueriesReport } from './analytics-report';

/** The report for people: what is asked of it first, then every query. */
export function analyticsText(report: AnalyticsReport): string {
  const { ownFiles, smallFiles, pages, log } = report;
  const { natural, sorted } = pages;
  const worst = ({ queries }: QueriesReport) => {
    const slowest = queries[0];
    return slowest ? `${slowest.p95} ms (${nameOf(slowest)})` : '—';
  };
  const rowsAndFiles = (rows: number, files: number) =>
    `${formatInteger(rows)} rows in ${formatInteger(files)} files`;
  const figures = [
    [
      `slowest named query, p95, ${rowsAndFiles(ownFiles.silverRows, ownFiles.silverFiles)}`,
      worst(ownFiles),
    ],
    [
      `slowest named query, p95, ${rowsAndFiles(smallFiles.silverRows, smallFiles.silverFiles)}`,
      worst(smallFiles),
    ],
    [
      `page of 100, newest first: p50, p95, ${rowsAndFiles(pages.rows, pages.files)}`,
      `${natural.p50}, ${natural.p95} ms`,
    ],
    [
      'page of 100, sorted: first; then p50, p95',
      `${formatDuration(sorted.firstMs)}; ${sorted.others.p50}, ${sorted.others.p95} ms`,
    ],
    ['sums of every numeric column', formatDuration(pages.sumsMs)],
    [
      `snapshot after one commit more: p50, p95, ${formatInteger(log.versions)} versions`,
      `${log.afterCommit.p50}, ${log.afterCommit.p95} ms`,
    ],
    ['the same with no commit more', `${log.unchanged.p50}, ${log.unchanged.p95} ms`],
    ['the same by a new reader', `${log.firstLoad.p50}, ${log.firstLoad.p95} ms`],
  ];
  const width = Math.max(...figures.map(([name]) => name!.length));
  const small = new Map(smallFiles.queries.map((one) => [nameOf(one), one]));
  const queries = formatTable(
    ['query', 'p50 ms', 'p95 ms', 'small files p50', 'small files p95'],
    ownFiles.queries.map((one) => {
      const other = small.get(nameOf(one));
      return [nameOf(one), one.p50, one.p95, other?.p50 ?? '—', other?.p95 ?? '—'].map(String);
    }),
  );
  return [
    `${report.pack}; ${report.cores} cores, ${formatInteger(report.memoryBytes / 2 ** 30)} GiB`,
    '',
    ...figures.map(([name, value]) => `${name!.padEnd(width)}  ${value}`),
    '',
    queries,
    '',
    `Files: ${ownFiles.madeBy}. Small files: ${smallFiles.madeBy}. Pages: ${pages.madeBy}.`,
  ].join('\n');
}

const nameOf = ({ name, filtered }: { name: string; filtered: boolean }) =>
  filtered ? `${name} (filtered)` : name;
