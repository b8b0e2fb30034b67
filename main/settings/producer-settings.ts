import type { SettingDefinition } from '../contract/settings';
import { usualProducer } from './chosen-producer';
import { define, number, whole } from './define-setting';

/** What the producer sends, how much of it and how fast (floor.md 8.4). */
export const producerSettings: readonly SettingDefinition[] = [
  define(
    'producer.ratePerSecond',
    [
      'Events per second; empty: what the pack says',
      'Événements par seconde ; vide : selon le pack',
    ],
    number(0.5, 5_000, 'records/s'),
    null,
  ),
  define(
    'producer.batchSize',
    [
      'Most records of one send; below some hundreds, high rates are not reached',
      'Enregistrements d’un envoi au plus ; sous quelques centaines, les débits élevés ne sont pas atteints',
    ],
    whole(1, 10_000, 'records'),
    usualProducer.batchSize,
  ),
  define(
    'producer.numProducts',
    [
      'Products that events are drawn from: so many of the catalog’s first; empty: all',
      'Produits tirés pour les événements : tant des premiers du catalogue ; vide : tous',
    ],
    whole(1, 100_000),
    null,
  ),
  define(
    'producer.numClients',
    [
      'Clients that events are drawn from: so many of the catalog’s first; empty: all. Orders have no such catalog',
      'Clients tirés pour les événements : tant des premiers du catalogue ; vide : tous. Les commandes n’ont pas ce catalogue',
    ],
    whole(1, 100_000),
    null,
  ),
  define(
    'producer.minQuantity',
    [
      'Fewest pieces that one event sells; empty: what the pack says',
      'Pièces qu’un événement vend au moins ; vide : selon le pack',
    ],
    whole(1, 1_000),
    null,
  ),
  define(
    'producer.maxQuantity',
    [
      'Most pieces that one event sells; empty: what the pack says. Sales of more than 5 carry a warning',
      'Pièces qu’un événement vend au plus ; vide : selon le pack. Une vente de plus de 5 porte un avertissement',
    ],
    whole(1, 1_000),
    null,
  ),
];
