import { recordPageRequest, recordSummaryRequest } from '../contract/records';
import type { StreamPack } from '../contract/stream-pack';
import type { TableReading } from '../reading/table-reading';
import type { PagesReport } from './analytics-report';
import { quantiles } from './quantiles';

const pages = 40;
/** A stride that visits the table all over, the same in every run. */
const stride = 0.618_033_988_75;

/** Pages of Silver anywhere in the table: newest first, then by its first column of money. */
export async function measurePages(
  reading: TableReading,
  pack: StreamPack,
  madeBy: string,
  signal: AbortSignal,
): Promise<PagesReport> {
  const table = `silver.${pack.silver.table}`;
  const { files } = await reading.lake.snapshot(table);
  const rows = files.reduce((sum, file) => sum + (file.rows ?? 0), 0);
  const timeOf = async (work: Promise<unknown>) => {
    const fromMs = performance.now();
    await work;
    return performance.now() - fromMs;
  };
  const page = (offset: number, sort: { column: string; descending: boolean }[] = []) => {
    const request = recordPageRequest.parse({ table, offset: Math.floor(offset), sort });
    return timeOf(reading.records.readPage(request, { signal }));
  };
  await page(0);
  const natural: number[] = [];
  for (let i = 0; i < pages; i++) natural.push(await page(((i * stride) % 1) * rows));
  const money = pack.silver.columns.find(({ type }) => type.startsWith('decimal'));
  const sort = [{ column: (money ?? pack.silver.columns[0]!).name, descending: true }];
  const firstMs = Math.round(await page(0, sort));
  const others: number[] = [];
  for (let i = 1; i < pages; i++) others.push(await page(((i * stride) % 1) * rows, sort));
  const summary = recordSummaryRequest.parse({ table });
  const sumsMs = Math.round(await timeOf(reading.records.summarise(summary, { signal })));
  return {
    rows,
    files: files.length,
    madeBy,
    natural: quantiles(natural),
    sorted: { firstMs, others: quantiles(others) },
    sumsMs,
  };
}
