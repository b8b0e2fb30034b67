import { expect, it } from 'vitest';

const sheets = import.meta.glob<string>('./*.css', {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('no width of the window hides the units of panels and figures', () => {
  const hiding = Object.entries(sheets).flatMap(([name, text]) => {
    const rules = [...text.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)];
    return rules
      .filter(([, selectors, body]) =>
        Boolean(/\.(panel-unit|unit)\b/.exec(selectors!) && /display:\s*none/.exec(body!)),
      )
      .map(([, selectors]) => `${name} ${selectors!.trim()}`);
  });
  // A setting without a unit has no room for one.
  expect(hiding).toEqual(['./settings.css .setting-control .unit:empty']);
});
