import { ulid } from 'ulid';
import type { EventGenerator, GeneratedEvent } from './event-generator';
import { asPackSays, firstRows, quantityRange, type GeneratorChoice } from './generator-choice';
import { isoMicros } from './iso-micros';
import type { SalesCatalogs } from './sales-catalogs';
import { seededRandom } from './seeded-random';

const minQuantity = 1;
const maxQuantity = 5;

/**
 * Generates sales: a random customer buys 1–5 of a random product at the catalog's price, or what
 * was chosen instead.
 */
export function salesGenerator(
  seed: number,
  catalogs: SalesCatalogs,
  choice: GeneratorChoice = asPackSays,
): EventGenerator {
  const clients = firstRows(catalogs.clients, choice.numClients);
  const products = firstRows(catalogs.products, choice.numProducts);
  const [fewest, most] = quantityRange(choice, minQuantity, maxQuantity);
  return {
    event(sequence, timestampMicros): GeneratedEvent {
      const random = seededRandom(seed, sequence);
      const client = random.oneOf(clients);
      const product = random.oneOf(products);
      const quantity = random.integer(fewest, most);
      const unitPrice = Number(product.prix_unitaire);
      const amount = Math.round(quantity * unitPrice * 100) / 100;
      const timestampMs = Math.floor(timestampMicros / 1000);
      const eventId = ulid(timestampMs, () => random.fraction());
      const value = JSON.stringify({
        vente_id: sequence,
        client_id: client.client_id,
        produit_id: product.produit_id,
        timestamp: isoMicros(timestampMicros),
        quantite: quantity,
        montant: amount,
        client_nom: client.client_nom,
        produit_nom: product.produit_nom,
        categorie: catalogs.categories.get(product.categorie_code),
        pays: catalogs.countries.get(client.country_code),
        segment: catalogs.segments.get(client.segment_code),
        prix_unitaire: unitPrice,
        event_id: eventId,
        schema_version: 1,
      });
      const logLine = `Sale #${sequence}: ${client.client_nom} - ${product.produit_nom} - €${amount.toFixed(2)}`;
      return { sequence, eventId, timestampMs, key: String(client.client_id), value, logLine };
    },
  };
}
