import type { DoctorAction, DoctorCheck, DoctorCheckId } from '../contract/doctor';

const actions: Readonly<Partial<Record<DoctorCheckId, DoctorAction>>> = {
  // A restart of the broker makes topics that are missing and chooses leaders anew.
  brokerAnswers: 'restartBroker',
  topics: 'restartBroker',
  // Compaction and vacuum are where the tables are.
  disk: 'openTables',
  folders: 'openSettings',
  dataFolder: 'openSettings',
  // A start ends what an earlier run has left.
  leftovers: 'startPipeline',
  tables: 'resetData',
  checkpoints: 'resetCheckpoints',
};

/** What the product can do about a check with that result; null where it cannot, or need not. */
export function actionFor(id: DoctorCheckId, result: DoctorCheck['result']): DoctorAction | null {
  return result === 'failed' || result === 'warning' ? (actions[id] ?? null) : null;
}
