import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { catalogProblem } from '../contract/catalog-problem';
import type { Catalog, CatalogRow, Catalogs } from '../contract/catalogs';
import { sayEvent } from '../contract/event-sentences';
import { failed, toFailure } from '../contract/failure';
import { invalidSetting } from '../contract/reason-sentences';
import type { Said } from '../contract/said';
import { findGenerator } from '../generate/find-generator';
import type { LoadedPack } from '../settings/load-pack';
import type { DataPaths } from '../settings/paths';
import { replaceFile } from '../supervisor/exclusive-file';
import { catalogReason } from './catalog-reason';
import { asText, forgetCopy, writeCopy } from './pack-copy';
import { readPackCatalogs, readRows } from './read-catalogs';

/**
 * One pack: its own catalogs, those that this run works with, and those that it could not work with,
 * as no later one could.
 */
interface PackCatalogs {
  readonly loaded: LoadedPack;
  readonly own: readonly Catalog[];
  readonly inUse: Map<string, string>;
  readonly refused: Map<string, string>;
}

const pick = (row: CatalogRow, columns: readonly string[]): CatalogRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name)));

/**
 * The catalogs of the running packs. What a person changes lies in the data folder beside the shipped
 * ones, and is taken by the next start: rows are decided by the catalogs of their own run.
 */
export class PackCatalogBook {
  /** One sentence for each changed catalog that could not be used. */
  readonly notices: Said[] = [];
  private readonly packs: readonly PackCatalogs[];

  constructor(
    private readonly paths: Pick<DataPaths, 'catalogs' | 'runPack'>,
    packs: readonly LoadedPack[],
  ) {
    this.packs = packs.map((loaded) => {
      const own = readPackCatalogs(loaded);
      const texts = own.map(({ name, rows }) => {
        const chosen = this.changedRows(loaded.pack.pack, name) ?? rows;
        return [name, asText(chosen)] as const;
      });
      return { loaded, own, inUse: new Map(texts), refused: new Map() };
    });
  }

  /**
   * The folder that events are generated and rows decided by: the pack's own, or a copy of it with
   * the catalogs that were changed. A changed one that does not fit leaves the pack's own.
   */
  sourceFolder({ pack, folder }: LoadedPack): string {
    const changed = this.catalogsOf(pack.pack).filter(({ isChanged }) => isChanged);
    const copy = this.paths.runPack(pack.pack);
    if (changed.length === 0) {
      forgetCopy(copy);
      return folder;
    }
    try {
      this.check(pack.pack, changed);
      writeCopy(folder, copy, changed);
      findGenerator(pack, copy, 1);
      return copy;
    } catch (error) {
      const failure = toFailure(error);
      const { own, inUse, refused } = this.packs.find(
        ({ loaded }) => loaded.pack.pack === pack.pack,
      )!;
      for (const { name, rows } of own) inUse.set(name, asText(rows));
      if (failure.code === 'SETTING_INVALID' || failure.code === 'PACK_INVALID')
        for (const { name, rows } of changed) refused.set(name, asText(rows));
      this.notices.push(sayEvent('catalogsNotUsed', { pack: pack.pack }, failure));
      return folder;
    }
  }

  read(): Catalogs {
    return { catalogs: this.packs.flatMap(({ loaded }) => this.catalogsOf(loaded.pack.pack)) };
  }

  /**
   * Keeps rows for the next start. Fails with `SETTING_INVALID`, which says what is wrong with them,
   * and like `writeCopy`.
   */
  async change(pack: string, name: string, rows: readonly CatalogRow[]): Promise<Catalogs> {
    const catalog = this.find(pack, name);
    const columns = catalog.columns.map((column) => column.name);
    const known = rows.map((row) => pick(row, columns));
    this.check(pack, [{ ...catalog, rows: known }]);
    this.tryGenerator(pack, { ...catalog, rows: known });
    const file = this.fileOf(pack, name);
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, `${asText(known)}\n`);
    return this.read();
  }

  /** Goes back to the pack's own rows. Fails with `SETTING_INVALID` where others need the changed ones. */
  async reset(pack: string, name: string): Promise<Catalogs> {
    const { own } = this.packs.find(({ loaded }) => loaded.pack.pack === pack) ?? {};
    const shipped = own?.find((one) => one.name === name) ?? this.find(pack, name);
    this.check(pack, [shipped]);
    await rm(this.fileOf(pack, name), { force: true });
    return this.read();
  }

  private catalogsOf(pack: string): Catalog[] {
    const found = this.packs.find(({ loaded }) => loaded.pack.pack === pack);
    const { own = [], inUse, refused } = found ?? {};
    return own.map((catalog) => {
      const { name } = catalog;
      const rows = this.changedRows(pack, name);
      const text = asText(rows ?? catalog.rows);
      const isWaiting = inUse?.get(name) !== text && refused?.get(name) !== text;
      const isChanged = text !== asText(catalog.rows);
      return { ...catalog, rows: rows ?? catalog.rows, isChanged, isWaiting };
    });
  }

  /** Each with the others as they are now, but for those that are checked with it. */
  private check(pack: string, checked: readonly Catalog[]): void {
    const all = this.catalogsOf(pack).map(
      (one) => checked.find(({ name }) => name === one.name) ?? one,
    );
    for (const catalog of checked) {
      const others = all.filter(({ name }) => name !== catalog.name);
      const problem = catalogProblem(catalog, catalog.rows, others);
      if (problem) throw invalidSetting(`catalogs.${catalog.name}`, catalogReason(problem));
    }
  }

  /** What the generator itself asks of the rows, such as the form of a price. */
  private tryGenerator(pack: string, catalog: Catalog): void {
    const { loaded } = this.packs.find((one) => one.loaded.pack.pack === pack)!;
    const copy = this.paths.runPack(`${pack}-tried`);
    const others = this.catalogsOf(pack).filter(({ name }) => name !== catalog.name);
    try {
      writeCopy(loaded.folder, copy, [...others, catalog]);
      findGenerator(loaded.pack, copy, 1);
    } catch (error) {
      const { code, facts, reason } = toFailure(error);
      if (code !== 'PACK_INVALID') throw error;
      const setting = `catalogs.${catalog.name}`;
      if (reason) throw invalidSetting(setting, reason);
      throw failed('SETTING_INVALID', { setting, reason: facts['reason'] ?? null });
    } finally {
      forgetCopy(copy);
    }
  }

  private find(pack: string, name: string): Catalog {
    const catalog = this.catalogsOf(pack).find((one) => one.name === name);
    if (catalog) return catalog;
    const known = this.catalogsOf(pack).map((one) => one.name);
    throw failed('SETTING_UNKNOWN', { setting: `catalogs.${name}`, known: known.join(', ') });
  }

  /** Null where nothing was changed, or what was is damaged. */
  private changedRows(pack: string, name: string): CatalogRow[] | null {
    const file = this.fileOf(pack, name);
    if (!existsSync(file)) return null;
    try {
      return readRows(file);
    } catch {
      return null;
    }
  }

  private fileOf(pack: string, name: string): string {
    return join(this.paths.catalogs, pack, `${name}.json`);
  }
}
