/** Notices of the page, and what it says when Deltadesk has ended, in English. */
export const notices = {
  notices: {
    label: 'Notices',
    open: 'Open',
    dismissOne: 'Dismiss: {{title}}',
    more_one: '{{count}} more',
    more_other: '{{count}} more',
    notify: 'Notify me in the browser too',
    raised: 'Alert: {{name}}',
    cleared: 'Over: {{name}}',
    failed: {
      title: 'The pipeline has failed',
      body: 'What happened and what to do stands on the Pipeline page.',
    },
    recovered: { title: 'The pipeline runs again', body: 'Every part answers.' },
    tabHint: {
      title: 'Closing this tab does not stop the pipeline',
      body: 'Stop ends the pipeline; Quit in Settings, or Ctrl+C in the terminal, ends everything.',
    },
    settings: {
      title_one: 'A setting was changed elsewhere',
      title_other: '{{count}} settings were changed elsewhere',
      body: '{{names}}. The last change holds, here too.',
    },
  },
  stopped: {
    title: 'Deltadesk has stopped',
    body: 'The pipeline has ended and nothing is left running.',
    bodyAt: 'The pipeline has ended and nothing is left running. Last data {{time}}.',
    again: 'To go on, start it again in the terminal and open the address that it prints.',
    look: 'Look at the last figures',
  },
  tab: { lost: 'Connection lost' },
};
