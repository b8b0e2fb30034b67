import { afterEach, describe, expect, it } from 'vitest';
import { sayProof } from '../../../main/contract/proof-sentences';
import type { ComponentHealth } from '../../../main/contract/service';
import { pipelineIn } from '../fixtures/pipeline-fixtures';
import { showLanguage } from './language';
import { proofText, reasonText } from './proof-text';

const query: ComponentHealth = {
  component: 'query',
  health: 'degraded',
  question: 'When did the query report?',
  answer: 'silent for 31 s, batch 7',
  atMs: 0,
  told: { question: sayProof('askReport'), answer: sayProof('silent', { seconds: 31, batch: 7 }) },
};
afterEach(() => showLanguage('en'));

describe('a proof', () => {
  it('says in English what main says, and the same in French', () => {
    expect(proofText(query)).toEqual({ question: query.question, answer: query.answer });
    showLanguage('fr');
    expect(proofText(query).answer).toBe('muette depuis 31\u202fs, batch 7');
    expect(proofText({ ...query, told: undefined }).answer).toBe(query.answer);
  });

  it('is the reason of a degraded pipeline, by the name of its part', () => {
    const pipeline = pipelineIn('degraded', 0);
    const degraded = { ...pipeline, reason: `query: ${query.answer}`, components: [query] };
    showLanguage('fr');
    expect(reasonText(degraded)).toMatch(/: muette depuis 31\u202fs, batch 7$/);
    expect(reasonText({ ...degraded, reason: 'something else' })).toBe('something else');
    expect(reasonText({ ...degraded, reason: null })).toBeNull();
  });
});
