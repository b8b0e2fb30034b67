import type { CatalogProblem } from '../contract/catalog-problem';
import { sayReason } from '../contract/reason-sentences';
import type { Sentence } from '../contract/sentence';

/** What is wrong with the rows of a catalog, as the reason of a failure. */
export function catalogReason({ kind, row, column, value, other }: CatalogProblem): Sentence {
  switch (kind) {
    case 'empty':
      return sayReason('catalogEmpty');
    case 'missing':
      return sayReason('catalogMissing', { row: row!, column });
    case 'twice':
      return sayReason('catalogTwice', { row: row!, column, value });
    case 'unknown':
      return sayReason('catalogUnknown', { row: row!, column, value, other });
    case 'used':
      return sayReason('catalogUsed', { column, value, other });
  }
}
