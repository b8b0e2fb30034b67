/**
 * Figures with the word for what they count, in English. Sentences name them in the form of i18next,
 * so that each language has its own plurals: `$t(counted.files, {"count": {{deleted}}})`.
 */
export const countedWords = {
  records_one: '{{count}} record',
  records_other: '{{count}} records',
  rejected_one: '{{count}} rejected',
  rejected_other: '{{count}} rejected',
  duplicates_one: '{{count}} duplicate',
  duplicates_other: '{{count}} duplicates',
  files_one: '{{count}} file',
  files_other: '{{count}} files',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  bytes_one: '{{count}} byte',
  bytes_other: '{{count}} bytes',
} as const;

/** What stands for a counted word in a sentence: its name, and the fact that counts it. */
const countedWord = /\$t\(counted\.(\w+), \{"count": \{\{(\w+)\}\}\}\)/g;

/** The template with the English words for these counts; a fact that could not be had is many. */
export function withCountedWords(
  template: string,
  facts: Readonly<Record<string, string | number>>,
): string {
  const words: Readonly<Record<string, string>> = countedWords;
  return template.replaceAll(countedWord, (_, word: string, fact: string) => {
    const form = Number(facts[fact]) === 1 ? 'one' : 'other';
    return (words[`${word}_${form}`] ?? word).replace('{{count}}', `{{${fact}}}`);
  });
}
