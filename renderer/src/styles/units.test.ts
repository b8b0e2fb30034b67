import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('no width of the window hides the units of panels and figures', () => {
  const sheets = readdirSync(__dirname).filter((name) => name.endsWith('.css'));
  const hiding = sheets.flatMap((name) => {
    const text = readFileSync(join(__dirname, name), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
    const rules = [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)];
    return rules
      .filter(([, selectors, body]) =>
        Boolean(/\.(panel-unit|unit)\b/.exec(selectors!) && /display:\s*none/.exec(body!)),
      )
      .map(([, selectors]) => `${name}: ${selectors!.trim()}`);
  });
  // A setting without a unit has no room for one.
  expect(hiding).toEqual(['settings.css: .setting-control .unit:empty']);
});
