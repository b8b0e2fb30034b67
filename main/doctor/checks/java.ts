import { say } from '../../contract/doctor-sentences';
import { findJava } from '../../settings/java-runtime';
import { passed, type Check } from '../check';

/** Runs the Java that a start would take. */
export const java: Check = {
  id: 'java',
  question: 'Is there a Java of a version that fits?',
  ask: async ({ environment }) => {
    const { path, version } = await findJava(environment);
    return passed(say('javaFound', { version, path }));
  },
};
