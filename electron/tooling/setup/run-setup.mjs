import { join } from 'node:path';
import { appBuild } from './app-build.mjs';
import { jarFolder } from './jar-folder.mjs';
import { jarManifests } from './jar-manifests.mjs';
import { jobJar } from './job-jar.mjs';
import { noteChild, takeLock } from './lock.mjs';
import { npmPackages } from './npm-packages.mjs';
import { checkout, places } from './places.mjs';
import { createProgress } from './progress.mjs';
import { checkRequirements } from './requirements.mjs';
import { sample } from './sample.mjs';

/** All that a fresh clone lacks, in the order in which one needs the other. */
export function setupSteps(root) {
  return [
    npmPackages(root),
    jarFolder(root, { name: 'broker', title: 'Kafka broker jars', pom: 'spark/broker/pom.xml' }),
    jarFolder(root, { name: 'spark', title: 'Spark and Delta jars', pom: 'spark/pom.xml' }),
    jobJar(root),
    jarManifests(root),
    appBuild(root),
    sample(root),
  ];
}

async function runSteps(due, context, progress) {
  for (const [index, step] of due.entries()) {
    context.signal.throwIfAborted();
    progress.begin(index + 1, due.length, step.title);
    const logFile = join(context.logs, `setup-${step.name}.log`);
    progress.done(await step.run({ ...context, amount: progress.amount, logFile }));
  }
}

/**
 * Does what is missing, and nothing else; returns how many steps that were and the JDK to run with.
 * Each step ends with a stamp of what it read and wrote, so it may be interrupted anywhere and
 * repeated. Fails with a `Problem`; when `signal` aborts, with the reason of the abort.
 */
export async function runSetup({
  root = checkout,
  environment = process.env,
  signal,
  steps = setupSteps(root),
  progress = createProgress(),
  needsMaven = false,
}) {
  const dueSteps = () => steps.filter((step) => step.isDue());
  const check = (due) =>
    checkRequirements({ environment, needsMaven: needsMaven || due.some((s) => s.needsMaven) });
  const due = dueSteps();
  const tools = check(due);
  if (due.length === 0) return { stepCount: 0, tools };
  const { lock, logs } = places(root);
  const onWait = ({ pid }) =>
    progress.note(`Another setup of this checkout is running (process ${pid}): waiting for it …`);
  try {
    const release = await takeLock(lock, { onWait, signal });
    try {
      // What was due before the wait may be done now.
      const stillDue = dueSteps();
      const onStart = (pid) => noteChild(lock, pid);
      await runSteps(stillDue, { tools, environment, signal, logs, onStart }, progress);
      return { stepCount: stillDue.length, tools };
    } finally {
      progress.close();
      release();
    }
  } catch (thrown) {
    // A child that was ended because of the abort looks like a failed step: the abort is the cause.
    if (signal.aborted) throw signal.reason;
    throw thrown;
  }
}
