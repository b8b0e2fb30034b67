import type { ComponentHealth } from '../contract/service';

const order = ['healthy', 'unknown', 'warning', 'degraded'] as const;

/** The worst part that is not healthy, or null: overall health is that of the worst part. */
export function worstComponent(components: readonly ComponentHealth[]): ComponentHealth | null {
  const worst = [...components].sort(
    (a, b) => order.indexOf(b.health) - order.indexOf(a.health),
  )[0];
  return worst && (worst.health === 'warning' || worst.health === 'degraded') ? worst : null;
}
