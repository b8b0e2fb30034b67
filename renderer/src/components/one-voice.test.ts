import { expect, it } from 'vitest';

const sources = import.meta.glob<string>(['../**/*.tsx', '!../**/*.test.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

it('only the voice of the window is a live region: another one would not keep to three seconds', () => {
  const regions = Object.entries(sources).flatMap(([name, text]) =>
    /role="status"|'status'}|aria-live="(polite|assertive)"|<output/.test(text) ? [name] : [],
  );
  expect(regions).toEqual(['./state-announcer.tsx']);
});
