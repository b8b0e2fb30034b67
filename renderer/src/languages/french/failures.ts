import { exportFailures } from './failures/export';
import { operationsFailures } from './failures/operations';
import { reasons } from './failures/reasons';
import { readingFailures } from './failures/reading';
import { servicesFailures } from './failures/services';

/** Texts of every failure by its code, in French. */
export const failures = {
  failures: { ...servicesFailures, ...readingFailures, ...operationsFailures, ...exportFailures },
  reasons,
};
