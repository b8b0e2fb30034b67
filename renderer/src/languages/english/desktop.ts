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
      use: 'Tables take {{size}}',
      move: 'To take it elsewhere as it is, quit Deltadesk, then in a terminal:',
    },
    secrets: {
      title: 'Passwords and keys',
      none: 'None is kept: nothing here asks for one yet',
      count_one: '{{count}} is kept',
      count_other: '{{count}} are kept',
      system: 'A secret is kept encrypted by the secret store of this system.',
      noStore:
        'This system has no secret store: a secret is kept in memory for this run alone, and is to be typed again at the next start.',
      openStore:
        'The secret store of this system is not known to hide anything (no keyring): a secret is kept in memory for this run alone, and is to be typed again at the next start.',
      browser:
        'The browser’s page does not reach the secret store of this system: the desktop window does.',
    },
  },
};
