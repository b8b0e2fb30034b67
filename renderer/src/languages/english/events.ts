import { countedWords } from '../../../../main/contract/counted-words';
import { eventSentences } from '../../../../main/contract/event-sentences';

/** Sentences of the event log and the counted words in them: those of the contract. */
export const events = {
  events: { ...eventSentences, alertOver: 'Over: {{alert}}' },
  counted: countedWords,
};
