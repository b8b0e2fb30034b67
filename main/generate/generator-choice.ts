/** How a person narrows the events that a generator makes; null: as the pack says. */
export interface GeneratorChoice {
  /** Products are drawn from so many of the catalog's first. */
  readonly numProducts: number | null;
  /** Clients likewise, where the pack has a catalog of them. */
  readonly numClients: number | null;
  /** Quantities are drawn from the lower of the two to the higher, both included. */
  readonly minQuantity: number | null;
  readonly maxQuantity: number | null;
}

/** Nothing is narrowed. */
export const asPackSays: GeneratorChoice = {
  numProducts: null,
  numClients: null,
  minQuantity: null,
  maxQuantity: null,
};

/** The first rows of a catalog; all for null, or where there are no more. */
export const firstRows = <T>(rows: readonly T[], most: number | null): readonly T[] =>
  most === null ? rows : rows.slice(0, most);

/** From where to where a quantity is drawn; `min` and `max` are the pack's own. */
export function quantityRange(
  { minQuantity, maxQuantity }: GeneratorChoice,
  min: number,
  max: number,
): readonly [number, number] {
  const [one, other] = [minQuantity ?? min, maxQuantity ?? max];
  return [Math.min(one, other), Math.max(one, other)];
}
