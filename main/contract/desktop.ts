import { z } from 'zod';
import { keptSecrets } from './secret-keeping';

/*
 * What the desktop alone can do for its page. Answered by the shell over the same two channels, and
 * by no other door: over a socket these names are unknown. In a browser the page has its own ways.
 */

const nothing = z.object({});

/** A name for a file, without any folder. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\:*?"<>|\u0000-\u001f]+$/)
  .refine((name) => !/^\.+$/.test(name));

/** What a file to be saved holds: decides the ending that the dialog offers. */
export const savedFileKinds = ['csv', 'parquet', 'json', 'zip', 'log', 'png', 'sql'] as const;

/** How the page looks; menus, tray, title bar and dialogs follow it. */
export const appearance = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['en', 'fr']),
});
export type Appearance = z.infer<typeof appearance>;

/** The product's own folders that can be opened. */
export const productFolder = z.enum(['data', 'logs']);
export type ProductFolder = z.infer<typeof productFolder>;

/** The requests that only the desktop answers. */
export const desktopRequests = {
  /** The folder chosen in the system's dialog, absolute; null when it was closed. */
  'desktop.chooseFolder': {
    request: z.object({ purpose: z.enum(['export', 'dataFolder']) }),
    response: z.object({ folder: z.string().nullable() }),
  },
  /** Where a file shall be saved, absolute, as folder and name; null when it was closed. */
  'desktop.chooseFile': {
    request: z.object({ kind: z.enum(savedFileKinds), suggestedName: fileName }),
    response: z.object({
      chosen: z.object({ path: z.string(), folder: z.string(), name: z.string() }).nullable(),
    }),
  },
  /** Shows a file or folder that the product wrote; `REQUEST_INVALID` for any other. */
  'desktop.showInFolder': {
    request: z.object({ path: z.string().min(1).max(4_096) }),
    response: nothing,
  },
  'desktop.openFolder': { request: z.object({ folder: productFolder }), response: nothing },
  /** Opens Spark's own pages in the system's browser; `REQUEST_INVALID` while there are none. */
  'desktop.openSparkUi': { request: nothing, response: nothing },
  /** Uses another data folder from now on: asks the person, then starts Deltadesk again in it. */
  'desktop.useDataFolder': {
    request: z.object({ folder: z.string().min(1).max(4_096) }),
    response: z.object({ restarts: z.boolean() }),
  },
  /** How passwords and keys are kept, and how many there are. */
  'desktop.readSecrets': { request: nothing, response: keptSecrets },
  /** Tells how the page looks, at its start and at each change. */
  'desktop.showAppearance': { request: appearance, response: nothing },
} as const;
export type DesktopRequestName = keyof typeof desktopRequests;
export type DesktopRequestOf<N extends DesktopRequestName> = z.input<
  (typeof desktopRequests)[N]['request']
>;
export type DesktopResponseOf<N extends DesktopRequestName> = z.output<
  (typeof desktopRequests)[N]['response']
>;

/** What a person asks for by a menu, and the page does as by its shortcut of that name. */
export const pageCommand = z.enum([
  'palette',
  'help',
  'start-stop',
  'find',
  'refresh',
  'export-view',
]);
export type PageCommand = z.infer<typeof pageCommand>;

/** The events that only the desktop pushes. */
export const desktopEvents = {
  /** An address of the window to open, such as `/kafka`: from a menu, the tray or a notification. */
  'desktop.addressChosen': z.object({ address: z.string().regex(/^\//) }),
  'desktop.themeChosen': appearance.pick({ theme: true }),
  'desktop.commandChosen': z.object({ command: pageCommand }),
  /** Deltadesk is ending: everything stops in order, then the window closes. */
  'desktop.quitBegun': nothing,
} as const;
export type DesktopEventName = keyof typeof desktopEvents;
export type DesktopEventOf<N extends DesktopEventName> = z.output<(typeof desktopEvents)[N]>;

/** The shell's answers; they throw `FailureError` for expected failures. */
export type DesktopHandlers = {
  [N in DesktopRequestName]: (
    request: z.output<(typeof desktopRequests)[N]['request']>,
  ) => Promise<DesktopResponseOf<N>>;
};
