import { DuckDbSession } from '../../analytics/duckdb-session';
import { broken, passed, type Check } from '../check';

/** Loads the engine that reads the tables and asks it a sum. */
export const duckDb: Check = {
  id: 'duckDb',
  question: 'Does DuckDB load and answer?',
  ask: async () => {
    const remedy = 'Run "npm run setup", which restores its files.';
    try {
      const session = await DuckDbSession.open();
      try {
        const [row] = await session.use(async (connection) =>
          (await connection.runAndReadAll('SELECT version(), 40 + 2')).getRows(),
        );
        return row?.[1] === 42
          ? passed(`DuckDB ${String(row[0])}`)
          : broken(`It says that 40 + 2 is ${String(row?.[1])}.`, remedy);
      } finally {
        session.close();
      }
    } catch (error) {
      return broken((error as Error).message, remedy);
    }
  },
};
