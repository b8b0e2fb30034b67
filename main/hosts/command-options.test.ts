import { expect, it } from 'vitest';
import { listed } from './command-options';
import { commandLine } from './program';

it('every option that takes a path refuses an empty one: it would be the folder of the terminal', () => {
  const found = commandLine('0').commands.flatMap((command) =>
    command.options
      .filter(({ flags }) => /<(folder|path|file)>/.test(flags))
      .map((option) => ({ command: command.name(), option })),
  );
  expect(found.length).toBeGreaterThan(30);
  for (const { command, option } of found) {
    const parse = () => option.parseArg?.('', undefined as never);
    expect(parse, `${command} ${option.flags}`).toThrow('It must be a path.');
  }
});

it('names are parted by commas, and none of them is empty', () => {
  expect(listed('a, b')).toEqual(['a', 'b']);
  for (const text of ['', 'a,', ',a', 'a,,b']) expect(() => listed(text)).toThrow(/with commas/);
});
