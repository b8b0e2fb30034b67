import type { Settings } from './settings';

/** What a person has chosen of the producer; null: what each pack says. */
export interface ChosenProducer {
  /** Most records of one send. */
  readonly batchSize: number;
  /** So many of the catalog's first products, and of its clients. */
  readonly numProducts: number | null;
  readonly numClients: number | null;
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
}

/** Of whoever has chosen nothing. */
export const usualProducer: ChosenProducer = {
  batchSize: 500,
  numProducts: null,
  numClients: null,
  minQuantity: null,
  maxQuantity: null,
};

/** As the settings have it. */
export function readChosenProducer(settings: Pick<Settings, 'number'>): ChosenProducer {
  return {
    batchSize: settings.number('producer.batchSize') ?? usualProducer.batchSize,
    numProducts: settings.number('producer.numProducts'),
    numClients: settings.number('producer.numClients'),
    minQuantity: settings.number('producer.minQuantity'),
    maxQuantity: settings.number('producer.maxQuantity'),
  };
}
