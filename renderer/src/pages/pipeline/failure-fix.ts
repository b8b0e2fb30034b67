import type { Failure, FailureCode } from '../../../../main/contract/failure';
import { logSource } from '../../../../main/contract/logs';

/** The one thing that this window can do about a failure; its name is a key of the texts. */
export interface FailureFix {
  readonly name: 'logs' | 'dataFolder' | 'settings' | 'reset';
  readonly href: string;
}

const dataFolder: FailureFix = { name: 'dataFolder', href: '/settings/general' };
const settings: FailureFix = { name: 'settings', href: '/settings' };

const byCode: Partial<Record<FailureCode, FailureFix>> = {
  DISK_TOO_FULL: dataFolder,
  DATA_FOLDER_DENIED: dataFolder,
  STREAMING_OFFSETS_LOST: dataFolder,
  KAFKA_STORAGE_UNREADABLE: { name: 'reset', href: '/diagnostics?reset=everything' },
  STREAMING_OUT_OF_MEMORY: { name: 'settings', href: '/settings/streaming' },
  SETTING_INVALID: settings,
  SETTINGS_FILE_INVALID: settings,
  KAFKA_NOT_READY: { name: 'logs', href: '/logs?source=broker' },
  STREAMING_QUERY_FAILED: { name: 'logs', href: '/logs?source=streamingJob' },
};

/** What the window can do about a failure of the pipeline; null where only a person can. */
export function failureFix({ code, facts }: Failure): FailureFix | null {
  // The log of a service says why it did not start, or ended.
  const named = String(facts['service'] ?? '').replace('streaming job', 'streamingJob');
  const source = code.startsWith('SERVICE_') && logSource.options.find((one) => one === named);
  return source ? { name: 'logs', href: `/logs?source=${source}` } : (byCode[code] ?? null);
}
