/** Texts of the command palette, in English. */
export const palette = {
  palette: {
    label: 'Command palette',
    search: 'Place, table, topic, setting or action',
    none: 'Nothing has this name.',
    startStop: {
      stopped: 'Start the pipeline',
      checking: 'Cancel the start',
      starting: 'Cancel the start',
      running: 'Stop the pipeline',
      degraded: 'Stop the pipeline',
      failed: 'Try again to start the pipeline',
    },
    sql: 'SQL over all tables',
    tour: 'Tour of the window',
    bundle: 'Debug bundle',
    quit: 'Quit Deltadesk',
    groups: {
      recent: 'Recent',
      actions: 'Actions',
      places: 'Places',
      tables: 'Tables',
      topics: 'Topics',
      queries: 'Saved queries',
      exports: 'Exports',
      settings: 'Settings',
      appearance: 'Appearance',
    },
  },
};
