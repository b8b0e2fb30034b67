import { z } from 'zod';

/**
 * Imported before any schema: Zod would otherwise try to compile schemas by `new Function`, which
 * the page's content security policy forbids and reports.
 */
z.config({ jitless: true });
