import { labelled } from '../../../renderer/src/languages/language';
import type { ShellTexts } from '../texts/shell-texts';
import type { Happening } from './happening';

/** Of one cause at most one notification in this time (ux.md section 6). */
export const quietMs = 5 * 60_000;

/** When each cause was last told, epoch milliseconds. */
export type ToldAt = ReadonlyMap<string, number>;

export interface Decision {
  /** Null: nothing is shown. */
  readonly show: Omit<Happening, 'cause'> | null;
  readonly told: ToldAt;
}

/**
 * What is told of the happenings that came together: nothing while the window is looked at or the
 * person wants none, else those whose cause was not told lately, several as one notification that
 * opens the place of the first.
 */
export function decideNotification(
  happenings: readonly Happening[],
  situation: {
    readonly told: ToldAt;
    readonly nowMs: number;
    readonly isInBackground: boolean;
    readonly isWanted: boolean;
  },
  { notices }: ShellTexts,
): Decision {
  const { nowMs, isInBackground, isWanted } = situation;
  const told = new Map([...situation.told].filter(([, atMs]) => nowMs - atMs < quietMs));
  if (!isInBackground || !isWanted) return { show: null, told };
  const fresh = new Map<string, Happening>();
  for (const happening of happenings)
    if (!told.has(happening.cause)) fresh.set(happening.cause, happening);
  for (const cause of fresh.keys()) told.set(cause, nowMs);
  const [first, ...others] = [...fresh.values()];
  if (!first) return { show: null, told };
  const { title, body, address } = first;
  if (others.length === 0) return { show: { title, body, address }, told };
  const lines = [...fresh.values()].map((one) => labelled(one.title, one.body));
  return {
    show: { title: notices.several(lines.length), body: lines.join('\n'), address },
    told,
  };
}
