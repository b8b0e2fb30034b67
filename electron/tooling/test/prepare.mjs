import { checkRequirements } from '../setup/requirements.mjs';
import { runSetup, setupSteps } from '../setup/run-setup.mjs';
import { tellProblem } from '../setup/problem.mjs';

/** The JDK and Maven, or null when one is missing: the setup has told which. */
function findTools() {
  try {
    return checkRequirements({ needsMaven: true });
  } catch {
    return null;
  }
}

/**
 * Does the part of the setup that the wanted stages need. `problem` tells why a stage cannot run,
 * null when it can; `failed` is 1 when the setup did not succeed: the stages it does not concern
 * run all the same.
 */
export async function prepareStages(stages, { root, signal }) {
  const needed = new Set(stages.flatMap(({ needs }) => needs));
  const steps = setupSteps(root).filter(({ name }) => needed.has(name));
  try {
    const { tools } = await runSetup({ root, signal, steps, needsMaven: needed.has('maven') });
    return { tools, failed: 0, problem: () => null };
  } catch (thrown) {
    signal.throwIfAborted();
    tellProblem(thrown);
    const tools = findTools();
    const missing = steps.filter((step) => step.isDue()).map(({ name }) => name);
    if (tools === null) missing.push('maven');
    return {
      tools: tools ?? {},
      failed: 1,
      problem: ({ needs }) =>
        needs.some((name) => missing.includes(name)) ? 'Not run: the setup failed.' : null,
    };
  }
}
