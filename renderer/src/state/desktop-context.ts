import { createContext, useContext } from 'react';
import type { DesktopClient } from '../api/desktop-client';

/** Carries the desktop around the page; null in a browser, and wherever nobody says otherwise. */
export const DesktopContext = createContext<DesktopClient | null>(null);

/**
 * The desktop's own abilities, null in a browser: a part that uses them shows its other way then.
 * Usage: `const { folder } = await desktop.request('desktop.chooseFolder', { purpose: 'export' })`.
 */
export const useDesktop = (): DesktopClient | null => useContext(DesktopContext);
