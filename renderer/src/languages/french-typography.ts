/** Narrow no-break space: before French units and double punctuation, and between groups of digits. */
export const narrowSpace = '\u202f';

/**
 * A French text with its spaces as they are printed (ux.md section 9), so that catalogs can be
 * written with plain ones: narrow and unbreakable before `; : ! ? » % €`, after `«`, between a
 * figure and its unit, and between groups of digits.
 */
export function toFrenchSpaces(text: string): string {
  return text
    .replaceAll(/[ \u00a0]([;:!?»%€])/g, `${narrowSpace}$1`)
    .replaceAll(/«[ \u00a0]/g, `«${narrowSpace}`)
    .replaceAll(
      /(\d|\}\})[ \u00a0](?=(?:ms|s|min|h|j|o|ko|Mo|Go|To|k|M|Md)(?![\p{L}\p{N}’']))/gu,
      `$1${narrowSpace}`,
    )
    .replaceAll(/(\d)[ \u00a0](?=\d{3}(?!\d))/g, `$1${narrowSpace}`);
}

type Texts = { readonly [key: string]: string | Texts };

/** The same for every text of a catalog. */
export function typesetCatalog<T extends Texts>(catalog: T): T {
  const entries = Object.entries(catalog).map(([key, value]) => [
    key,
    typeof value === 'string' ? toFrenchSpaces(value) : typesetCatalog(value),
  ]);
  return Object.fromEntries(entries) as T;
}
