import { z } from 'zod';
import { readCatalog } from './read-catalog';

const weight = z.number().int().min(1);
const product = z.object({
  product_id: z.string().min(1),
  product_name: z.string().min(1),
  product_category: z.string().min(1),
  base_price: z.string().regex(/^\d{1,8}(\.\d{1,2})?$/),
});
const region = z.object({ region: z.string().min(1), weight });
const eventType = z.object({ event_type: z.string().min(1), weight });

/** The catalogs of the `orders` pack: what order events are drawn from (floor.md 11.1). */
export interface OrdersCatalogs {
  readonly products: z.infer<typeof product>[];
  readonly regions: z.infer<typeof region>[];
  readonly eventTypes: z.infer<typeof eventType>[];
}

/**
 * Reads the catalogs from `<pack folder>/catalogs/*.json`.
 * Fails with `PACK_INVALID`, which names the file, the row and the field.
 */
export function readOrdersCatalogs(packFolder: string): OrdersCatalogs {
  return {
    products: readCatalog(packFolder, 'products', product),
    regions: readCatalog(packFolder, 'regions', region),
    eventTypes: readCatalog(packFolder, 'event-types', eventType),
  };
}
