import { say } from '../../contract/doctor-sentences';
import { DuckDbSession } from '../../analytics/duckdb-session';
import { broken, passed, type Check } from '../check';

/** Loads the engine that reads the tables and asks it a sum. */
export const duckDb: Check = {
  id: 'duckDb',
  question: 'Does DuckDB load and answer?',
  ask: async () => {
    const remedy = say('doRestoreFiles');
    try {
      const session = await DuckDbSession.open();
      try {
        const [row] = await session.use(async (connection) =>
          (await connection.runAndReadAll('SELECT version(), 40 + 2')).getRows(),
        );
        return row?.[1] === 42
          ? passed(say('duckDb', { version: String(row[0]) }))
          : broken(say('duckDbWrong', { sum: String(row?.[1]) }), remedy);
      } finally {
        session.close();
      }
    } catch (error) {
      return broken(say('asIs', { text: (error as Error).message }), remedy);
    }
  },
};
