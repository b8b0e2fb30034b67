/** Sentences about what the control center found, in English. */
export const spoken = {
  spoken: {
    alerts: {
      lag: '{{value}} records are not processed yet; the limit is {{limit}}.',
      staleness:
        'No row has come to Bronze for {{value}} while the producer sends; the limit is {{limit}}.',
      batchTime: 'Micro-batches take {{value}}; promised are {{limit}}.',
      latency: '95 % of records are in the tables within {{value}}; promised are {{limit}}.',
      revenueDrop:
        'The last closed window has a revenue of {{value}}; at least {{limit}} is usual.',
      revenueAnomaly:
        'The revenue of the last closed window is {{value}} from the average; the limit is {{limit}}.',
      quality: 'The score is {{value}}; at least {{limit}} is asked.',
      rejected: '{{value}} of the last records were rejected; the limit is {{limit}}.',
      diskLow: '{{value}} are free on the disk of the data folder; the limit is {{limit}}.',
      diskFull:
        '{{value}} are free on the disk of the data folder; below {{limit}} the producer is stopped.',
    },
    scores: {
      nothing: 'No rows to look at.',
      bronze_schema_validation: '{{good}} of {{total}} rows have all required fields.',
      bronze_null_check: '{{good}} of {{total}} critical values are present.',
      silver_dedup_check: '{{good}} of {{total}} rows have an event id of their own.',
      silver_timestamp_validity:
        '{{good}} of {{total}} event times are present and not in the future.',
      gold_aggregation_completeness: '{{good}} of {{total}} rows of aggregates have every measure.',
    },
  },
};
