import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { EventGenerator } from './event-generator';
import { ordersGenerator } from './orders';
import { readOrdersCatalogs } from './orders-catalogs';
import { salesGenerator } from './sales';
import { readSalesCatalogs } from './sales-catalogs';

const generators: Record<string, (seed: number, packFolder: string) => EventGenerator> = {
  sales: (seed, packFolder) => salesGenerator(seed, readSalesCatalogs(packFolder)),
  orders: (seed, packFolder) => ordersGenerator(seed, readOrdersCatalogs(packFolder)),
};

/** The generator that a pack names; `PACK_INVALID` when there is none of that name. */
export function findGenerator(pack: StreamPack, packFolder: string, seed: number): EventGenerator {
  const make = generators[pack.generator.name];
  if (!make) {
    const known = Object.keys(generators).join(', ');
    const reason = `generator "${pack.generator.name}" is unknown; known: ${known}`;
    throw failed('PACK_INVALID', { file: 'stream.json', reason });
  }
  return make(seed, packFolder);
}
