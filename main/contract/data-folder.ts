import { z } from 'zod';

/** Opens another data folder instead of this one, now and at every later start that names none. */
export const useDataFolderRequest = z.object({ folder: z.string().min(1).max(4_096) });
export const dataFolderInUse = z.object({ folder: z.string() });
