import { latePart } from '../state/late-part';

/** What draws charts, a third of the whole page: it is not needed before the first one. */
export const { load: loadChart, usePart: useChart } = latePart(() =>
  import('./chart').then(({ Chart }) => Chart),
);
