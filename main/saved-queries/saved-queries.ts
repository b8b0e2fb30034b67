import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failed } from '../contract/failure';
import { savedQueryName, type SavedQuery, type SaveQueryRequest } from '../contract/saved-query';
import { nearestNames } from '../delta/nearest-names';
import { createExclusively, replaceFile } from '../supervisor/exclusive-file';

const extension = '.sql';

/**
 * A person's own SQL files, one a query, in a folder that any editor can open. A file whose name no
 * saved query could have is left alone.
 */
export class SavedQueries {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly folder: string) {}

  /** Sorted by name; empty before the first is saved. */
  async list(): Promise<SavedQuery[]> {
    const queries: SavedQuery[] = [];
    for (const name of await this.names()) {
      const file = this.fileOf(name);
      const read = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(() => null);
      if (read !== null) queries.push({ name, sql: read[0], savedAtMs: read[1].mtimeMs });
    }
    return queries;
  }

  /**
   * Writes a query, whole or not at all. Fails with `SAVED_QUERY_EXISTS` unless it may replace one.
   * A name that differs from a known one only in capitals is that one's.
   */
  save({ name, sql, replace }: SaveQueryRequest): Promise<SavedQuery> {
    return this.inTurn(async () => {
      await mkdir(this.folder, { recursive: true });
      const known = await this.find(name);
      if (known !== null && !replace) throw failed('SAVED_QUERY_EXISTS', { query: known });
      const file = this.fileOf(known ?? name);
      if (known !== null) await replaceFile(file, sql);
      else if (!(await createExclusively(file, sql))) {
        throw failed('SAVED_QUERY_EXISTS', { query: name });
      }
      return { name: known ?? name, sql, savedAtMs: (await stat(file)).mtimeMs };
    });
  }

  /** Fails with `SAVED_QUERY_UNKNOWN`, or `SAVED_QUERY_EXISTS` for a name that is taken. */
  rename(name: string, to: string): Promise<void> {
    return this.inTurn(async () => {
      const from = await this.require(name);
      const taken = await this.find(to);
      if (taken !== null && taken !== from) throw failed('SAVED_QUERY_EXISTS', { query: taken });
      await rename(this.fileOf(from), this.fileOf(to));
    });
  }

  /** Fails with `SAVED_QUERY_UNKNOWN`. */
  delete(name: string): Promise<void> {
    return this.inTurn(async () => rm(this.fileOf(await this.require(name))));
  }

  private async names(): Promise<string[]> {
    const files: string[] = await readdir(this.folder).catch(() => []);
    return files
      .filter((file) => file.endsWith(extension))
      .map((file) => file.slice(0, -extension.length))
      .filter((name) => savedQueryName.safeParse(name).success)
      .sort((a, b) => a.localeCompare(b));
  }

  /** The known name that a file system without capitals takes for this one; null for none. */
  private async find(name: string): Promise<string | null> {
    const wanted = folded(name);
    return (await this.names()).find((known) => folded(known) === wanted) ?? null;
  }

  private async require(name: string): Promise<string> {
    const names = await this.names();
    const found = names.find((known) => known === name);
    if (found !== undefined) return found;
    const known = nearestNames(name, names).join(', ');
    throw failed('SAVED_QUERY_UNKNOWN', { query: name, known: known === '' ? 'none yet' : known });
  }

  private fileOf(name: string): string {
    return join(this.folder, name + extension);
  }

  /** One change after the other, so that no check is overtaken. */
  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(change);
    this.turn = mine.catch(() => undefined);
    return mine;
  }
}

const folded = (name: string) => name.normalize('NFC').toLowerCase();
