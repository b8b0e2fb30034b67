import type { RunStep } from '../../../../main/contract/runs';
import { missing } from '../../format/missing';
import { formatDuration, formatElapsed } from '../../format/time';
import { labelled, t, tOr } from '../../languages/language';
import { writeAddress } from '../../state/address-store';
import { PlaceLink } from './panel-link';

/** The steps of a run: how long each took, what it put out, and the way to its log lines. */
export function RunSteps(props: {
  steps: readonly RunStep[];
  /** Epoch milliseconds; absent where no step goes on. */
  nowMs?: number;
  /** How long a step usually takes, null where that is not known; absent where it is not told. */
  typicalMs?: (step: RunStep) => number | null;
}) {
  const { steps, nowMs = null, typicalMs = () => null } = props;
  return (
    <table className="figures-table run-steps">
      <thead>
        <tr>
          <th scope="col">{t('runs.columns.step')}</th>
          <th scope="col">{t('runs.columns.status')}</th>
          <th scope="col" className="number">
            {t('runs.columns.took')}
          </th>
          <th scope="col">{t('runs.columns.outputs')}</th>
          <th scope="col">{t('runs.columns.log')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => {
          const name = labelled(t(`runs.operations.${step.operation}`), stepText(step));
          return (
            <tr key={step.number}>
              <th scope="row">{name}</th>
              <td>{t(`runs.steps.${step.status}`)}</td>
              <td className="number">
                {tookText(step, nowMs)}
                <TypicalTime ms={typicalMs(step)} />
              </td>
              <td className="run-outputs" title={outputsOf(step)}>
                {outputsOf(step) || missing}
              </td>
              <td>
                <PlaceLink href={logAddress(step)} label={t('runs.logOf', { step: name })}>
                  {t('runs.log')}
                </PlaceLink>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Steps of a run once have names of their own. */
const stepText = ({ operation, step }: RunStep) =>
  operation === 'once' ? tOr(`runOnce.steps.${step}`, step) : tOr(`step.${step}`, step);

/** How long a step took, or has taken by now; of one that was broken off nobody knows. */
function tookText({ status, startedAtMs, endedAtMs }: RunStep, nowMs: number | null): string {
  if (endedAtMs !== null) return formatDuration(endedAtMs - startedAtMs);
  if (status !== 'running' || nowMs === null) return missing;
  return formatElapsed(Math.max(0, nowMs - startedAtMs));
}

function TypicalTime({ ms }: { ms: number | null }) {
  if (ms === null) return null;
  return <span className="step-typical">{t('runs.usually', { time: formatDuration(ms) })}</span>;
}

/** What was known at the end of a step, without what was not. */
export function outputsOf({ outputs }: RunStep): string {
  return Object.entries(outputs ?? {})
    .flatMap(([name, value]) =>
      value === null ? [] : [`${tOr(`runs.outputs.${name}`, name)} ${shorten(String(value))}`],
    )
    .join(' · ');
}

/** Ids are told by their first part. */
const shorten = (value: string) =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value) ? value.slice(0, 8) : value;

/** The log from the beginning of a step to its end; lines are written a little later than they are. */
export function logAddress({ startedAtMs, endedAtMs }: RunStep): string {
  return writeAddress('/logs', {
    from: String(Math.floor(startedAtMs)),
    until: endedAtMs === null ? null : String(Math.ceil(endedAtMs) + 1_000),
  });
}
