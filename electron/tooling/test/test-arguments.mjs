import { Problem } from '../setup/problem.mjs';

const usage = [
  'Usage: npm test                        all stages',
  '       npm test -- --only unit,java    some of them',
  '       npm test -- --list              their names',
];

/**
 * What the command line of `npm test` asks for: `{kind: 'list'}`, or `{kind: 'run', only}` with
 * `only` null for all stages. Fails with exit code 2 on anything else.
 */
export function testArguments(args, stageNames) {
  const [flag, value, ...more] = args;
  if (flag === undefined) return { kind: 'run', only: null };
  if (flag === '--list' && value === undefined) return { kind: 'list' };
  const inline = /^--only=(.+)$/.exec(flag)?.[1];
  const names = inline ?? (flag === '--only' ? value : undefined);
  if (names === undefined || more.length > 0) {
    throw new Problem([`Not understood: ${args.join(' ')}`, ...usage], 2);
  }
  const only = names.split(',').filter(Boolean);
  const unknown = only.filter((name) => !stageNames.includes(name));
  if (unknown.length > 0) {
    const known = `Stages: ${stageNames.join(', ')}`;
    throw new Problem([`There is no stage named ${unknown.join(', ')}.`, known, ...usage], 2);
  }
  return { kind: 'run', only };
}
