import type { FirstRun } from '../../../../main/contract/first-run';
import { Badge } from '../../components/badge';
import type { Tone } from '../../components/badge';
import type { IconName } from '../../components/icon';
import { formatBytes } from '../../format/numbers';
import { t } from '../../languages/language';

/** Disk and memory: what is needed against what is there. */
export function Needs({ facts }: { facts: FirstRun }) {
  const { freeBytes, neededBytes, advisedBytes, memoryBytes, advisedMemoryBytes } = facts;
  return (
    <>
      <Need
        name={t('firstRun.disk')}
        text={t(freeBytes === null ? 'firstRun.diskUnknown' : 'firstRun.diskFacts', {
          free: formatBytes(freeBytes),
          needed: formatBytes(neededBytes),
          advised: formatBytes(advisedBytes),
        })}
        have={freeBytes}
        needed={neededBytes}
        advised={advisedBytes}
      />
      <Need
        name={t('firstRun.memory')}
        text={t('firstRun.memoryFacts', {
          there: formatBytes(memoryBytes),
          advised: formatBytes(advisedMemoryBytes),
        })}
        have={memoryBytes}
        needed={0}
        advised={advisedMemoryBytes}
      />
    </>
  );
}

function Need(props: {
  name: string;
  text: string;
  have: number | null;
  needed: number;
  advised: number;
}) {
  const word = judge(props.have, props.needed, props.advised);
  const { tone, icon } = looks[word];
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <span>{props.text}</span>
        <Badge tone={tone} icon={icon} word={t(`firstRun.${word}`)} />
      </dd>
    </div>
  );
}

type Verdict = 'enough' | 'little' | 'tooLittle' | 'untold';

const looks: Record<Verdict, { tone: Tone; icon: IconName }> = {
  enough: { tone: 'green', icon: 'check' },
  little: { tone: 'amber', icon: 'triangle' },
  tooLittle: { tone: 'red', icon: 'octagon' },
  untold: { tone: 'neutral', icon: 'question' },
};

/** `have` null where the system does not tell. */
export function judge(have: number | null, needed: number, advised: number): Verdict {
  if (have === null) return 'untold';
  if (have < needed) return 'tooLittle';
  return have < advised ? 'little' : 'enough';
}
