import { ulid } from 'ulid';
import type { EventGenerator, GeneratedEvent } from './event-generator';
import { asPackSays, firstRows, quantityRange, type GeneratorChoice } from './generator-choice';
import { isoMicros } from './iso-micros';
import type { OrdersCatalogs } from './orders-catalogs';
import { seededRandom, type SeededRandom } from './seeded-random';

const minQuantity = 1;
const maxQuantity = 4;
const firstCustomer = 1000;
const lastCustomer = 9999;
/** A price is drawn from base × (1 ± this). */
const priceSpread = 0.15;

/** A version 4 UUID (RFC 9562) from the event's own draws. */
function drawUuid(random: SeededRandom): string {
  const hex = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16));
  hex[12] = '4';
  hex[16] = (8 + random.integer(0, 3)).toString(16);
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * Generates order events: every draw of floor.md 11.1, or what was chosen instead, each event with
 * an order of its own. There is no catalog of clients to choose from.
 */
export function ordersGenerator(
  seed: number,
  catalogs: OrdersCatalogs,
  choice: GeneratorChoice = asPackSays,
): EventGenerator {
  const products = firstRows(catalogs.products, choice.numProducts);
  const [fewest, most] = quantityRange(choice, minQuantity, maxQuantity);
  return {
    event(sequence, timestampMicros): GeneratedEvent {
      const random = seededRandom(seed, sequence);
      const product = random.oneOf(products);
      const { region } = random.weighted(catalogs.regions);
      const { event_type: eventType } = random.weighted(catalogs.eventTypes);
      const quantity = random.integer(fewest, most);
      const factor = 1 - priceSpread + 2 * priceSpread * random.fraction();
      // In whole cents, so that the total is exactly quantity times the rounded unit price.
      const unitCents = Math.round(Number(product.base_price) * factor * 100);
      const totalPrice = (unitCents * quantity) / 100;
      const orderId = drawUuid(random);
      const timestampMs = Math.floor(timestampMicros / 1000);
      const eventId = ulid(timestampMs, () => random.fraction());
      const value = JSON.stringify({
        order_id: orderId,
        customer_id: `CUST-${random.integer(firstCustomer, lastCustomer)}`,
        product_id: product.product_id,
        product_name: product.product_name,
        product_category: product.product_category,
        quantity,
        unit_price: unitCents / 100,
        total_price: totalPrice,
        event_type: eventType,
        region,
        event_timestamp: isoMicros(timestampMicros),
        event_id: eventId,
        schema_version: 1,
      });
      const logLine = `Order #${sequence}: ${eventType} ${region} - ${product.product_name} - ${totalPrice.toFixed(2)}`;
      return { sequence, eventId, timestampMs, key: orderId, value, logLine };
    },
  };
}
