import { eventSentences } from '../../../../main/contract/event-sentences';

/** Sentences of the event log: those of the contract. */
export const events = { events: { ...eventSentences, alertOver: 'Over: {{alert}}' } };
