import { z } from 'zod';

/** A value of a catalog: a text, a number, or several texts that mean the same. */
export const catalogValue = z.union([
  z.string().max(200),
  z.number(),
  z.array(z.string().max(200)).max(50),
]);
export type CatalogValue = z.infer<typeof catalogValue>;

export const catalogRow = z.record(z.string().max(100), catalogValue);
export type CatalogRow = z.infer<typeof catalogRow>;
/** What a catalog's file holds. */
export const catalogRows = z.array(catalogRow);

export const catalogColumn = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'list']),
  /** No two rows have the same value. */
  isUnique: z.boolean(),
  /** The catalog whose first column the values come from; null: they stand for themselves. */
  refersTo: z.string().nullable(),
});
export type CatalogColumn = z.infer<typeof catalogColumn>;

/**
 * Rows that a pack's events are drawn from and looked up in (floor.md 10.2, 11.1). `isChanged`: they
 * differ from those of the pack; `isWaiting`: this run works with others, a restart takes these.
 */
export const catalog = z.object({
  pack: z.string(),
  name: z.string(),
  columns: z.array(catalogColumn),
  rows: z.array(catalogRow),
  isChanged: z.boolean(),
  isWaiting: z.boolean(),
});
export type Catalog = z.infer<typeof catalog>;

/** The catalogs of the running packs, in their order. */
export const catalogs = z.object({ catalogs: z.array(catalog) });
export type Catalogs = z.infer<typeof catalogs>;

const catalogName = z.object({ pack: z.string().max(100), name: z.string().max(100) });
export const changeCatalogRequest = catalogName.extend({ rows: z.array(catalogRow).max(2_000) });
export const resetCatalogRequest = catalogName;
