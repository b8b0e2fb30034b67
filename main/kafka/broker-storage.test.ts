import { expect, it } from 'vitest';
import { randomClusterId } from './broker-storage';

it('draws no cluster id that the storage tool would take for an option', () => {
  const drawn = [Buffer.alloc(16, 0xfb), Buffer.alloc(16, 0x0a), Buffer.alloc(16, 1)];
  expect(drawn[0]!.toString('base64url')).toMatch(/^-/);
  const random = () => drawn.shift()!;
  expect(randomClusterId(random)).toMatch(/^[\w][\w-]{21}$/);
  expect(drawn).toHaveLength(1);
});
