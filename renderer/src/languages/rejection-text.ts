import { rejections } from './english/rejections';
import { labelled, tOr } from './language';

type SentenceName = keyof typeof rejections.rejections;

/** Each sentence as it is stored, with its facts caught. */
const forms = Object.entries(rejections.rejections).map(([name, template]) => {
  const literal = template.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  const pattern = literal.replaceAll(/\{\{(\w+)\}\}/g, '(?<$1>.*)');
  return [name as SentenceName, new RegExp(`^${pattern}$`, 's')] as const;
});

/**
 * The stored reason of a rejected record in the window's language. One that is not known, such as
 * that of a rule in a pack of one's own, is shown as the pack words it.
 */
export function rejectionText(error: string): string {
  for (const [name, form] of forms) {
    const found = form.exec(error);
    if (found) return tOr(`rejections.${name}`, error, { ...found.groups });
  }
  return error;
}

/** `Rule SR-6`: what refused a record, with the word for the stage. */
export const refusedBy = (stage: string, rule: string | null): string =>
  [tOr(`kafka.stages.${stage}`, stage), rule].filter(Boolean).join(' ');

/** What a trace says of where a record ended, `rule SR-6: …` or which record won. */
export function outcomeDetailText(detail: string): string {
  const [, stage, rule, error] =
    /^(producer|parse|schema|rule)(?: (\S+))?: (.*)$/s.exec(detail) ?? [];
  if (stage === undefined || error === undefined) return rejectionText(detail);
  return labelled(refusedBy(stage, rule ?? null), rejectionText(error));
}
