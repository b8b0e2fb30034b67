/**
 * Why a record was rejected: the sentences of the streaming job and of the rules of the packs that
 * come along, word for word, by which a stored reason is known (`rejection-text.ts`).
 */
export const rejections = {
  rejections: {
    empty: 'The value is empty.',
    noUtf8: 'The value is not UTF-8 text.',
    noJson: 'The value is not JSON.',
    jsonLimits:
      'The value is nested more than 1000 levels deep or holds an oversized number or name.',
    noObject: 'The value is not a JSON object.',
    newerVersion: 'The schema version {{version}} is newer than the known one, {{known}}.',
    unreadable: "The field '{{field}}' cannot be read as {{type}}.",
    missing: "The required field '{{field}}' is missing or null.",
    expression: 'An expression of the pack failed: {{error}}',
    noEventId: 'The event id is empty.',
    requiredOrTooLarge: 'A required field is missing, empty or too large to store.',
    required: 'A required field is missing or empty.',
    negative: 'The amount or the unit price is negative or cannot be told.',
    negativeTotal:
      'The total price is negative, or a price cannot be told or is too large to store.',
    customer: 'The customer is not in the catalog.',
    product: 'The product is not in the catalog.',
    quantity: 'The quantity is not between 1 and 1000.',
    noQuantity: 'The quantity is below 1.',
    countryOrSegment: 'The country or the segment is not a known one.',
    categoryOrRegion: 'The category, the region or the event type is not a known one.',
    future: 'The event time is more than 5 minutes after the broker received the record.',
    winner: 'the winner is partition {{partition}}, offset {{offset}}',
  },
};
