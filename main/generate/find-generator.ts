import { failed } from '../contract/failure';
import type { StreamPack } from '../contract/stream-pack';
import type { EventGenerator } from './event-generator';
import { asPackSays, type GeneratorChoice } from './generator-choice';
import { ordersGenerator } from './orders';
import { readOrdersCatalogs } from './orders-catalogs';
import { salesGenerator } from './sales';
import { readSalesCatalogs } from './sales-catalogs';

type Make = (seed: number, packFolder: string, choice: GeneratorChoice) => EventGenerator;

const generators: Record<string, Make> = {
  sales: (seed, folder, choice) => salesGenerator(seed, readSalesCatalogs(folder), choice),
  orders: (seed, folder, choice) => ordersGenerator(seed, readOrdersCatalogs(folder), choice),
};

/** The generator that a pack names; `PACK_INVALID` when there is none of that name. */
export function findGenerator(
  pack: StreamPack,
  packFolder: string,
  seed: number,
  choice: GeneratorChoice = asPackSays,
): EventGenerator {
  const make = generators[pack.generator.name];
  if (!make) {
    const known = Object.keys(generators).join(', ');
    const reason = `generator "${pack.generator.name}" is unknown; known: ${known}`;
    throw failed('PACK_INVALID', { file: 'stream.json', reason });
  }
  return make(seed, packFolder, choice);
}
