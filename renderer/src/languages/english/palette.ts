/** Texts of the command palette, in English. */
export const palette = {
  palette: {
    label: 'Command palette',
    search: 'Place, table or action',
    none: 'Nothing has this name.',
    actions: 'Actions',
    start: 'Start the pipeline',
    sql: 'SQL over all tables',
    appearance: 'Appearance',
  },
};
