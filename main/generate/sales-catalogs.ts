import { z } from 'zod';
import { readCatalog } from './read-catalog';

const client = z.object({
  client_id: z.number().int(),
  client_nom: z.string().min(1),
  country_code: z.string(),
  segment_code: z.string(),
});
const product = z.object({
  produit_id: z.number().int(),
  produit_nom: z.string().min(1),
  categorie_code: z.string(),
  prix_unitaire: z.string().regex(/^\d{1,10}(\.\d{1,2})?$/),
});
const category = z.object({ categorie_code: z.string(), categorie: z.string() });
const country = z.object({ country_code: z.string(), pays: z.string() });
const segment = z.object({ segment_code: z.string(), segment: z.string() });

/** The catalogs of the `sales` pack: what sales are drawn from (floor.md 10.2). */
export interface SalesCatalogs {
  readonly clients: z.infer<typeof client>[];
  readonly products: z.infer<typeof product>[];
  readonly categories: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  readonly segments: ReadonlyMap<string, string>;
}

/**
 * Reads the catalogs from `<pack folder>/catalogs/*.json`.
 * Fails with `PACK_INVALID`, which names the file, the row and the field.
 */
export function readSalesCatalogs(packFolder: string): SalesCatalogs {
  const read = <T>(name: string, row: z.ZodType<T>) => readCatalog(packFolder, name, row);
  return {
    clients: read('clients', client),
    products: read('products', product),
    categories: new Map(
      read('categories', category).map((row) => [row.categorie_code, row.categorie]),
    ),
    countries: new Map(read('countries', country).map((row) => [row.country_code, row.pays])),
    segments: new Map(read('segments', segment).map((row) => [row.segment_code, row.segment])),
  };
}
