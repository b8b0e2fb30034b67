/** Terms of streaming in a few sentences, in English; each stands beside a live value. */
export const learn = {
  learn: {
    about: 'What is this: {{title}}',
    offset: {
      title: 'Offset and consumer lag',
      text: 'Each record of a partition has a number, its offset. The lag is what the broker has and the query has not yet committed: the end of the log minus the end of the last committed batch, summed over the partitions.',
    },
    microBatch: {
      title: 'Micro-batch',
      text: 'The query takes all new records at once, writes them through every layer, commits, and begins again. The latency of a record is its way from the broker to the commit of the last aggregate.',
    },
    medallion: {
      title: 'Bronze, Silver, Gold',
      text: 'Bronze keeps every record as it came, Silver the valid ones once each with clean types, Gold what the business asks for. Rejected records and duplicates have tables of their own, so that nothing is lost unseen.',
    },
    exactlyOnce: {
      title: 'Exactly once',
      text: 'A batch that is repeated after a failure finds its number in the tables and writes nothing twice; a record that is sent twice is known by its event id. The ledger counts every offset to prove it.',
    },
    partition: {
      title: 'Partition',
      text: 'A topic is split into partitions, which are read side by side. Records of one key are in one partition, in the order in which they were sent.',
    },
    watermark: {
      title: 'Watermark',
      text: 'The newest event time seen, minus a delay. A window that ended before it is closed: a later event for it stays in Bronze and Silver, is marked, and is counted as late.',
    },
    checkpoint: {
      title: 'Checkpoint',
      text: 'Which offsets each batch takes is written down before it runs. After a stop or a failure the query goes on from there, with the same batch.',
    },
    outputMode: {
      title: 'Output mode',
      text: 'Bronze and Silver grow by appended rows. Aggregates are updated: the rows of the keys that a batch touched are replaced in one commit.',
    },
    eventTime: {
      title: 'Event time and processing time',
      text: 'Event time is when a sale happened, processing time when the job took it. Windows count by event time, so that a delayed record still falls where it belongs.',
    },
    acid: {
      title: 'ACID and the transaction log',
      text: 'A commit is one new file in the table’s log: readers see all of it or nothing, and never a half. Two commits cannot take the same version number.',
    },
    timeTravel: {
      title: 'Time travel',
      text: 'Each commit makes a table version, and the files of earlier versions stay. A table can be read as it was at any kept version, which is how figures can be compared later.',
    },
    schema: {
      title: 'Schema enforcement and evolution',
      text: 'A record that does not fit the columns and types is rejected and kept apart with the reason. A new optional field becomes a new column; nothing stored before is rewritten.',
    },
    deadLetterQueue: {
      title: 'Dead-letter queue',
      text: 'Rejected records go to a topic of their own, with the stage and the rule that refused them, so that nothing is dropped in silence.',
    },
    orchestration: {
      title: 'Orchestration',
      text: 'Parts start in order, each when the one before has answered: folders, ports, broker, topics, streaming query, producer, first batch. Stop goes the other way round.',
    },
  },
} as const;

/** The terms that can be explained. */
export type LearnTopic = Exclude<keyof typeof learn.learn, 'about'>;
