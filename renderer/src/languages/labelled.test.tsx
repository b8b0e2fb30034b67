import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { runsReport } from '../fixtures/batch-fixtures';
import { RunSteps } from '../pages/pipeline/run-steps';
import { labelled, showLanguage } from './language';

afterEach(() => {
  cleanup();
  showLanguage('en');
});

describe('a label before its text', () => {
  it('has the colon as the language sets it', () => {
    expect(labelled('Remedy', 'free the port')).toBe('Remedy: free the port');
    showLanguage('fr');
    expect(labelled('Remède', 'libérer le port')).toBe('Remède\u202f: libérer le port');
  });

  it('names the steps of a run so', () => {
    showLanguage('fr');
    const steps = runsReport(Date.now()).runs.flatMap((run) => run.steps);
    render(<RunSteps steps={steps} />);
    const [name] = screen.getAllByRole('rowheader').map((cell) => cell.textContent);
    expect(name).toMatch(/^[^:]+\u202f: [^:]+$/);
  });
});
