import type { Handlers } from '../contract/api';
import { failed } from '../contract/failure';
import { sqlRequest } from '../contract/query';
import type { BrokerWatch } from '../health/broker-watch';
import { lagHistorySql, toLagHistory } from '../history/lag-history';
import { storageFolder } from '../kafka/broker-storage';
import { readRecords } from '../kafka/read-records';
import { readTopics } from '../kafka/read-topics';
import type { RunningPack } from '../pipeline/running-pack';
import { readRejected } from '../quality/rejected-report';
import type { RunningRequests } from './running-requests';
import type { DataPaths } from '../settings/paths';
import type { TableReading } from '../reading/table-reading';

/** The broker that is asked, the packs whose queries read its topics, and what they wrote. */
export interface KafkaPlace {
  readonly brokerWatch: BrokerWatch;
  readonly shown: Pick<RunningPack, 'pack'>;
  readonly alongside: readonly RunningPack[];
  readonly paths: DataPaths;
  readonly reading: Pick<TableReading, 'runSql' | 'lake'>;
}

/**
 * Answers about topics and their records, `PIPELINE_NOT_RUNNING` while there is no broker; of lag and
 * rejected records in the past also then.
 */
export function kafkaHandlers(
  place: KafkaPlace,
  running: RunningRequests,
): Pick<Handlers, 'kafkaTopics.read' | 'kafkaRecords.read' | 'lagHistory.read' | 'rejected.read'> {
  const { brokerWatch, shown, alongside, paths } = place;
  const brokers = () => {
    if (brokerWatch.bootstrapServers === null) throw failed('PIPELINE_NOT_RUNNING');
    return brokerWatch.bootstrapServers;
  };
  const packs = [shown, ...alongside].map(({ pack }) => pack);
  // Asked each time: what is read may be the sample instead.
  const runSql = (sql: string) => place.reading.runSql(sqlRequest.parse({ sql }));
  return {
    'kafkaTopics.read': async () => readTopics(brokers(), packs, storageFolder(paths)),
    'lagHistory.read': async ({ topic, lastMs }) => {
      const untilMs = Date.now();
      const fromMs = untilMs - lastMs;
      const { rows } = await runSql(lagHistorySql(topic, fromMs, untilMs));
      return toLagHistory(topic, fromMs, untilMs, rows);
    },
    'rejected.read': (request) => {
      const hasTable = place.reading.lake.has('quality.rejected_records');
      const rules = new Map(packs.map((pack) => [pack.pack, pack]));
      return readRejected(runSql, rules, hasTable, request);
    },
    'kafkaRecords.read': running.answering((request, control) =>
      readRecords(brokers(), request, control),
    ),
  };
}
