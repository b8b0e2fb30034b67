/** What stands for a figure that is not there, in every language. */
export const missing = '—';
