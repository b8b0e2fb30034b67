import { tOr } from '../../languages/language';

/** Who an event is from: a part of the product, or one of the sources of log lines. */
export const componentName = (component: string): string =>
  tOr(`logs.components.${component}`, tOr(`logs.source.${component}`, component));
