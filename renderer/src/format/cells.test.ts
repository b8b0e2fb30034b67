import { afterEach, describe, expect, it } from 'vitest';
import { showLanguage } from '../languages/language';
import { formatExact, formatFigure, isMoney, typeText } from './cells';

const shown = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, '_');
afterEach(() => showLanguage('en'));

describe('a figure of a query', () => {
  it.each([
    ...['total_revenue', 'ca_total', 'total_montant', 'total_dep', 'panier_moyen', 'achat_min'],
    ...['average_transaction', 'transaction_moyenne', 'avg_transaction_value', 'average_order'],
    ...['avg_order_value', 'chiffre_affaires', 'moyenne_15min', 'revenue_15min_ma', 'sum(montant)'],
    ...['segment_revenue', 'prix_unitaire', 'total_depense'],
  ])('is in euro as %s', (name) => {
    expect(formatFigure(name, '1234.50', 'DECIMAL(12,2)')).toBe('€1,234.50');
  });

  it.each([
    'CAST(avg(quantite) AS DECIMAL(18,3))',
    'quantite_moyenne',
    'score',
    'cardinality',
    'x',
  ])('is no amount as %s: a decimal with all its digits', (name) => {
    expect(formatFigure(name, '1203.010', 'DECIMAL(18,3)')).toBe('1,203.010');
    showLanguage('fr');
    expect(shown(formatFigure(name, '1203.010', 'DECIMAL(18,3)'))).toBe('1_203,010');
  });

  it('is a share where its name says so, also one of revenue', () => {
    expect(formatFigure('region_revenue_pct', '35.0', 'DECIMAL(5,1)')).toBe('35.0\u202f%');
    expect(isMoney('region_revenue_pct', 'DECIMAL(5,1)')).toBe(false);
  });

  it('is no amount where it counts', () => {
    expect(formatFigure('revenue_rows', '12', 'BIGINT')).toBe('12');
  });
});

describe('a stored amount', () => {
  it('keeps its digits and has its sign, whatever its column is called', () => {
    expect(formatExact('90071992547409931.20', 'DECIMAL(22,2)', 'EUR')).toBe(
      '€90071992547409931.20',
    );
    expect(formatExact('-0.50', 'DECIMAL(12,2)', 'EUR')).toBe('-€0.50');
    expect(formatExact(12.5, 'DOUBLE', 'EUR')).toBe('€12.5');
    showLanguage('fr');
    expect(shown(formatExact('1234.50', 'DECIMAL(12,2)', 'EUR'))).toBe('1234.50_€');
  });

  it('is bare without a unit, and what is no figure stays so', () => {
    expect(formatExact('1234.50', 'DECIMAL(12,2)')).toBe('1234.50');
    expect(formatExact(null, 'DECIMAL(12,2)', 'EUR')).toBe('—');
    expect(formatExact('n/a', 'VARCHAR', 'EUR')).toBe('n/a');
  });

  it('is told beside the type of its column', () => {
    expect(typeText('DECIMAL(12,2)', 'EUR')).toBe('decimal(12,2) · EUR');
    expect(typeText('BIGINT')).toBe('bigint');
  });
});
