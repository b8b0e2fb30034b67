/** Texts of what the desktop adds to the window, in English. */
export const desktop = {
  desktop: {
    quitting: 'Stopping',
    quittingStep: 'Stopping: {{step}}…',
    quittingAll: 'Everything stops in order',
    quittingBody: 'The window closes by itself, after 15 s at the latest.',
    quittingElapsed: '{{seconds}} s',
    folder: {
      title: 'Data folder',
      body: 'Tables, logs and settings of this run',
      change: 'Change…',
      show: 'Show in folder',
    },
  },
};
