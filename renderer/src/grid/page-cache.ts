import type { Cell } from '../../../main/contract/query';

/** Rows of one page, and how many pages are kept. */
export const pageRows = 200;
const mostPages = 60;

/** The page that holds a row. */
export const pageOf = (row: number): number => Math.floor(row / pageRows);

/** The pages that were read last. */
export class PageCache {
  private readonly pages = new Map<number, readonly (readonly Cell[])[]>();

  has(page: number): boolean {
    return this.pages.has(page);
  }

  /** Null for a row of a page that is not here. */
  rowAt(row: number): readonly Cell[] | null {
    return this.pages.get(pageOf(row))?.[row % pageRows] ?? null;
  }

  /** Keeps a page; of too many the one that came first goes. */
  put(page: number, rows: readonly (readonly Cell[])[]): void {
    this.pages.set(page, rows);
    // A map keeps the order of insertion.
    const [oldest] = this.pages.keys();
    if (this.pages.size > mostPages && oldest !== undefined) this.pages.delete(oldest);
  }

  clear(): void {
    this.pages.clear();
  }
}
