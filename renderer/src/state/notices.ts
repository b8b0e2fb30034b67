import type { Alert } from '../../../main/contract/alerts';
import type { PipelineState } from '../../../main/contract/pipeline';
import type { SettingsReport } from '../../../main/contract/settings';

/** Something that a person should hear of, wherever they are in the window. */
export type Notice =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'failed' }
  | { readonly kind: 'recovered' }
  /** The pipeline runs in a browser's tab, which is not what keeps it alive. */
  | { readonly kind: 'tabHint' }
  /** Another tab or the command line has changed settings; their names. */
  | { readonly kind: 'settings'; readonly names: readonly string[] };

/** What a notice is about: a newer one of the same cause takes its place. */
export function causeOf(notice: Notice): string {
  if (notice.kind === 'alert') return `alert:${notice.alert.alertId}`;
  return notice.kind === 'recovered' ? 'failed' : notice.kind;
}

/** The place where more is to be seen; null for a notice that says it all. */
export function addressOf(notice: Notice): string | null {
  const addresses = { alert: '/quality', failed: '/pipeline', settings: '/settings' } as const;
  return notice.kind in addresses ? addresses[notice.kind as keyof typeof addresses] : null;
}

/** Good news and what only informs goes by itself; trouble stays until it is dismissed. */
export function isPassing(notice: Notice): boolean {
  if (notice.kind === 'alert') return notice.alert.clearedAtMs !== null;
  return notice.kind === 'recovered' || notice.kind === 'settings';
}

/**
 * Failed and recovered, from one state to the next; `hadFailed`: it failed since it last ran. Null:
 * nothing that a person has not asked for.
 */
export function noticeOfState(state: PipelineState, hadFailed: boolean): Notice | null {
  if (state === 'failed') return hadFailed ? null : { kind: 'failed' };
  return state === 'running' && hadFailed ? { kind: 'recovered' } : null;
}

/** The names of the settings whose values differ; none before there was anything to compare with. */
export function changedSettings(before: SettingsReport | null, after: SettingsReport): string[] {
  if (before === null) return [];
  const values = new Map(before.settings.map(({ name, value }) => [name, value]));
  return after.settings
    .filter(({ name, value }) => values.has(name) && values.get(name) !== value)
    .map(({ name }) => name);
}
