import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { pinnedQueries, type PinnedQuery, type PinQueryRequest } from '../contract/pinned-query';
import { nearestNames } from '../delta/nearest-names';
import { replaceFile } from '../supervisor/exclusive-file';

/** A dashboard with more panels than this answers too slowly to be read. */
const mostQueries = 24;

/** The statements that a person pinned to the dashboard, in one file beside the saved queries. */
export class PinnedQueries {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** In the order in which they were pinned; empty before the first, and for a damaged file. */
  async list(): Promise<PinnedQuery[]> {
    const text = await readFile(this.file, 'utf8').catch(() => null);
    try {
      return text === null ? [] : pinnedQueries.parse(JSON.parse(text)).queries;
    } catch {
      return [];
    }
  }

  /** Fails with `SAVED_QUERY_UNKNOWN`, naming the nearest. */
  async get(name: string): Promise<PinnedQuery> {
    const queries = await this.list();
    const found = queries.find((query) => query.name === name);
    if (found !== undefined) return found;
    const names = queries.map((query) => query.name);
    const known = nearestNames(name, names).join(', ');
    throw failed('SAVED_QUERY_UNKNOWN', { query: name, known: known === '' ? 'none yet' : known });
  }

  /**
   * Adds one at the end, or in the place of the one it replaces. Fails with `SAVED_QUERY_EXISTS` for
   * a name that is taken and `REQUEST_INVALID` for one too many.
   */
  pin({ replace, ...wanted }: PinQueryRequest): Promise<PinnedQuery[]> {
    return this.change((queries) => {
      const pinned = { ...wanted, pinnedAtMs: Date.now() };
      const at = queries.findIndex(({ name }) => name === wanted.name);
      if (at >= 0 && !replace) throw failed('SAVED_QUERY_EXISTS', { query: wanted.name });
      if (at >= 0) return queries.map((query, index) => (index === at ? pinned : query));
      if (queries.length >= mostQueries) {
        const reason = `there are ${mostQueries} pinned queries already; remove one first`;
        throw failed('REQUEST_INVALID', { name: wanted.name, reason });
      }
      return [...queries, pinned];
    });
  }

  /** Fails with `SAVED_QUERY_UNKNOWN`. */
  async unpin(name: string): Promise<PinnedQuery[]> {
    await this.get(name);
    return this.change((queries) => queries.filter((query) => query.name !== name));
  }

  private get file(): string {
    return join(this.folder, '.pinned.json');
  }

  /** One change after the other, so that none is overtaken. */
  private change(to: (queries: PinnedQuery[]) => PinnedQuery[]): Promise<PinnedQuery[]> {
    const mine = this.turn.then(async () => {
      const queries = to(await this.list());
      await mkdir(this.folder, { recursive: true });
      await replaceFile(this.file, JSON.stringify({ queries }, null, 2));
      return queries;
    });
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}
