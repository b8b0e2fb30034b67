import { afterEach, describe, expect, it } from 'vitest';
import { showLanguage } from './language';
import { outcomeDetailText, rejectionText } from './rejection-text';

const packs = import.meta.glob<string>('../../../resources/streams/*/stream.json', {
  ...{ query: '?raw', import: 'default', eager: true },
});
const job = import.meta.glob<string>(
  [
    '../../../spark/src/main/java/deltadesk/streaming/parse/{ParseRule,RecordParser}.java',
    '../../../spark/src/main/java/deltadesk/streaming/layers/RecordPipeline.java',
  ],
  { query: '?raw', import: 'default', eager: true },
);
interface Pack {
  readonly silver: { readonly rules: readonly { kind: string; error: string }[] };
}
afterEach(() => showLanguage('en'));

describe('the reason of a rejected record', () => {
  it('is in French for every rule of the packs that come along', () => {
    showLanguage('fr');
    const rules = Object.values(packs).flatMap((text) => (JSON.parse(text) as Pack).silver.rules);
    const errors = rules.flatMap(({ kind, error }) => (kind === 'blocking' ? [error] : []));
    expect(errors.length).toBeGreaterThan(10);
    expect(errors.filter((error) => rejectionText(error) === error)).toEqual([]);
  });

  it('is in French for everything that the streaming job itself refuses', () => {
    showLanguage('fr');
    const source = Object.values(job)
      .join('\n')
      .replaceAll(/"\s*\n\s*\+ "/g, '');
    const parse = [...source.matchAll(/"([A-Z][^"]*\.)"\)/g)].map(([, error]) => error!);
    expect(parse.length).toBeGreaterThanOrEqual(5);
    const others = [
      "The required field 'montant' is missing or null.",
      "The field 'it's' cannot be read as double.",
      'The schema version 2 is newer than the known one, 1.',
      'The event id is empty.',
      'An expression of the pack failed: [DIVIDE_BY_ZERO] Division by zero.',
    ];
    for (const start of [
      "The required field '",
      "The field '",
      'The schema version ',
      'An expression of the pack failed: ',
      'The event id is empty.',
    ])
      expect(source).toContain(`"${start}`);
    for (const error of [...parse, ...others]) expect(rejectionText(error)).not.toBe(error);
    expect(rejectionText(others[0]!)).toMatch(
      /^Le champ obligatoire «.montant.» manque ou est nul\.$/,
    );
    expect(rejectionText(others[4]!)).toContain('[DIVIDE_BY_ZERO] Division by zero.');
  });

  it('is as it is stored in English, and for a rule of a pack of one’s own', () => {
    expect(rejectionText('The value is not JSON.')).toBe('The value is not JSON.');
    showLanguage('fr');
    expect(rejectionText('Sunday is closed.')).toBe('Sunday is closed.');
  });

  it('in a trace stands behind its stage and rule', () => {
    showLanguage('fr');
    expect(outcomeDetailText('rule SR-3: The customer is not in the catalog.')).toMatch(
      /^Règle SR-3.: Le client n’est pas au catalogue\.$/,
    );
    expect(outcomeDetailText('the winner is partition 1, offset 5')).toContain('partition 1');
  });
});
