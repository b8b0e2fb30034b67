import type { CatalogProblem } from '../contract/catalog-problem';

/** What is wrong with the rows of a catalog, in English. */
export function problemSentence({ kind, row, column, value, other }: CatalogProblem): string {
  switch (kind) {
    case 'empty':
      return 'There must be at least one row.';
    case 'missing':
      return `Row ${row} has no value for ${column}.`;
    case 'twice':
      return `Row ${row} has the ${column} "${value}" of another row.`;
    case 'unknown':
      return `Row ${row} has the ${column} "${value}", which ${other} does not have.`;
    case 'used':
      return `The ${column} "${value}" is still used by ${other}.`;
  }
}
