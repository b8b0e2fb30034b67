import type { EventTold } from '../../../main/contract/event-told';
import type { Said, Told } from '../../../main/contract/said';
import { factText, failureText } from './failure-text';
import { labelled, t, tOr } from './language';
import { alertText } from './spoken-text';

/** What an event of the log says, in the window's language; its own text where it has that alone. */
export function eventText({
  message,
  told,
}: {
  readonly message: string;
  readonly told?: EventTold | null | undefined;
}): string {
  if (!told) return message;
  if ('sentence' in told) return saidText('events', { message, told });
  const { subject, clearedAtMs } = told.alert;
  const text = alertText(told.alert);
  const alert =
    subject === '' ? text : labelled(tOr(`quality.checks.names.${subject}`, subject), text);
  return clearedAtMs === null ? alert : t('events.alertOver', { alert });
}

/** A notice of an export in the window's language. */
export const exportNoticeText = (notice: Said): string => saidText('exportNotices', notice);

/** A sentence of a catalog with its facts, and the texts of its failure; else in main's English. */
function saidText(
  catalog: 'events' | 'exportNotices',
  { message, told }: { readonly message: string; readonly told: Told },
): string {
  const { sentence, failure } = told;
  const facts = Object.fromEntries(
    Object.entries(sentence.facts).map(([name, fact]) => [name, factText(fact)]),
  );
  const shown = failure ? { ...facts, ...failureText(failure) } : facts;
  return tOr(`${catalog}.${sentence.name}`, message, shown);
}
