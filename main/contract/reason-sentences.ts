import { FailureError } from './failure';
import { inEnglish, sayer, type Sentence } from './sentence';

/** Why a value of a setting or a row of a catalog cannot be kept, in English. */
export const reasonSentences = {
  noValue: 'It must have a value.',
  noNumber: 'It must be a number from {{min}} to {{max}}.',
  noWholeNumber: 'It must be a whole number from {{min}} to {{max}}.',
  noFlag: 'It must be true or false.',
  noChoice: 'It must be one of {{options}}.',
  noSuchText: 'It must be a text of the form {{pattern}}.',
  fixedByCommandLine: 'The command line decides it for this run; the file cannot change it.',
  fixedByVariable: '{{variable}} decides it for this run; the file cannot change it.',
  notConfirmed: 'It was not confirmed: type the word {{word}}, or add --yes where nobody can type.',
  topicTaken: '{{owner}} has this topic.',
  topicInUse:
    'The data folder holds tables or records of {{pack}} from the topic {{topic}}. Set it back, or reset everything first.',
  // Rows of a catalog.
  catalogEmpty: 'There must be at least one row.',
  catalogMissing: 'Row {{row}} has no value for {{column}}.',
  catalogTwice: 'Row {{row}} has the {{column}} "{{value}}" of another row.',
  catalogUnknown: 'Row {{row}} has the {{column}} "{{value}}", which {{other}} does not have.',
  catalogUsed: 'The {{column}} "{{value}}" is still used by {{other}}.',
  catalogNoNumber: 'Row {{row}}, {{column}}: it must be a number.',
  catalogNoWholeNumber: 'Row {{row}}, {{column}}: it must be a whole number.',
  catalogNoText: 'Row {{row}}, {{column}}: it must be a text.',
  catalogTooSmall: 'Row {{row}}, {{column}}: it must be at least {{least}}.',
  catalogNoSuchText: 'Row {{row}}, {{column}}: it must be a text of the form {{pattern}}.',
  catalogNotDrawn: 'Row {{row}}, {{column}}: {{detail}}',
} as const;

/** A reason: `sayReason('noNumber', { min: 0, max: 9 })`. */
export const sayReason = sayer<typeof reasonSentences>();

/** A setting, or a catalog as `catalogs.<name>`, cannot be what was asked, for a reason of ours. */
export function invalidSetting(setting: string, reason: Sentence): FailureError {
  const facts = { setting, reason: inEnglish(reasonSentences, reason) };
  return new FailureError({ code: 'SETTING_INVALID', facts, lastLogLines: [], reason });
}
