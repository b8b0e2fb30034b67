import type { Overview } from '../../../main/contract/api';
import type { Alert } from '../../../main/contract/alerts';
import type { ExportDone } from '../../../main/contract/export';
import type { Failure } from '../../../main/contract/failure';
import { eventText } from '../../../renderer/src/languages/event-text';
import { failureText } from '../../../renderer/src/languages/failure-text';
import type { ShellTexts } from '../texts/shell-texts';

/** Something a person away from the window would want to know. */
export interface Happening {
  /** What it is about: of one cause at most one is told in five minutes. */
  readonly cause: string;
  readonly title: string;
  readonly body: string;
  /** The place that a click opens. */
  readonly address: string;
}

type Status = Overview['pipeline'];

/** What has failed of a pipeline: as a whole, or a part of it for good; null while nothing has. */
function troubleOf({ state, failure, services }: Status) {
  if (state === 'failed') return { part: null, failure };
  if (state === 'stopped' || state === 'stopping') return null;
  for (const part of ['broker', 'streamingJob'] as const) {
    const service = services[part];
    if (service.state === 'failed') return { part, failure: service.failure };
  }
  return null;
}

const messageOf = (failure: Failure | null) => (failure ? failureText(failure).title : '');

/**
 * Failed and recovered, from what was before and what is now. `hadTrouble` says that a failure came
 * since the last recovery: a start after a stop is no recovery.
 */
export function happeningOfStatus(
  before: Status | null,
  after: Status,
  hadTrouble: boolean,
  { notices }: ShellTexts,
): Happening | null {
  const trouble = troubleOf(after);
  if (trouble) {
    const known = before && troubleOf(before);
    if (known && known.part === trouble.part) return null;
    const title = trouble.part
      ? notices.serviceFailed(notices.services[trouble.part])
      : notices.failed;
    const cause = `failed:${trouble.part ?? 'pipeline'}`;
    return { cause, title, body: messageOf(trouble.failure), address: '/pipeline' };
  }
  if (!hadTrouble || after.state !== 'running') return null;
  const { recovered: title, recoveredBody: body } = notices;
  return { cause: 'recovered', title, body, address: '/pipeline' };
}

/** An alert that was raised or cleared. */
export function happeningOfAlert(alert: Alert, { notices }: ShellTexts): Happening {
  const isOver = alert.clearedAtMs !== null;
  return {
    cause: `alert:${alert.pack}:${alert.rule}:${alert.subject}:${isOver ? 'cleared' : 'raised'}`,
    title: isOver ? notices.alertCleared : notices.alertRaised(notices.severities[alert.severity]),
    body: eventText({ message: alert.message, told: { alert: { ...alert, clearedAtMs: null } } }),
    address: '/quality',
  };
}

/** An export that has ended well; each one is a cause of its own. */
export function happeningOfExport(done: ExportDone, { notices }: ShellTexts): Happening {
  const paths = done.files.map(({ path }) => path).join();
  return {
    cause: `export:${done.folder}:${paths}`,
    title: notices.exportDone,
    body: notices.exportFiles(done.files.length, done.folder),
    address: '/export',
  };
}
