import { describe, expect, it } from 'vitest';
import { shellTexts } from '../texts/shell-texts';
import { crashLinks, crashPage } from './crash-page';

const htmlOf = (reason: string, language: 'en' | 'fr' = 'en') =>
  decodeURIComponent(
    crashPage({ reason, exitCode: 133 }, shellTexts(language), language).split(',').slice(1).join(),
  );

describe('the page after a crash', () => {
  it('says why, that the pipeline goes on, and what can be done', () => {
    const html = htmlOf('crashed');
    expect(html).toContain('(crashed, code 133)');
    expect(html).toContain('The pipeline was not touched');
    for (const link of Object.values(crashLinks)) expect(html).toContain(`href="${link}"`);
    expect(htmlOf('oom')).toContain('ran out of memory');
    expect(htmlOf('killed', 'fr')).toContain('<html lang="fr">');
  });

  it('has no script and lets nothing be loaded, whatever the reason says', () => {
    const html = htmlOf('<script src="x">');
    expect(html).not.toContain('<script');
    expect(html).toContain("default-src 'none'");
  });
});
