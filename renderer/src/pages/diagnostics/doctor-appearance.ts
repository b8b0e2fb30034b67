import type { DoctorCheck, DoctorReport } from '../../../../main/contract/doctor';
import type { Tone } from '../../components/badge';
import type { IconName } from '../../components/icon';
import { formatDuration } from '../../format/time';
import { doctorText } from '../../languages/doctor-text';
import { labelled, t, tOr } from '../../languages/language';

export type DoctorResult = DoctorCheck['result'];

/** Colour and shape of a result; the word stands beside it. */
export const resultAppearance: Record<DoctorResult, { tone: Tone; icon: IconName }> = {
  failed: { tone: 'red', icon: 'octagon' },
  warning: { tone: 'amber', icon: 'triangle' },
  passed: { tone: 'green', icon: 'check' },
  notRun: { tone: 'neutral', icon: 'question' },
};

/** The sections of the page and what stands in each, the most urgent first. */
export const sections: readonly {
  readonly name: 'attention' | 'muted' | 'passed' | 'notRun';
  readonly results: readonly DoctorResult[];
  readonly isMuted: boolean;
}[] = [
  { name: 'attention', results: ['failed', 'warning'], isMuted: false },
  { name: 'passed', results: ['passed'], isMuted: false },
  { name: 'notRun', results: ['notRun'], isMuted: false },
  { name: 'muted', results: ['failed', 'warning', 'passed', 'notRun'], isMuted: true },
];

/** The checks with one of the results: failed before warnings, else in the doctor's order. */
export function checksWith(report: DoctorReport, results: readonly DoctorResult[]): DoctorCheck[] {
  return results.flatMap((wanted) => report.checks.filter(({ result }) => result === wanted));
}

/** The question in the window's language; as the check asks it where there is no translation. */
export const questionOf = ({ id, question }: DoctorCheck): string =>
  tOr(`diagnostics.questions.${id}`, question);

/** `1 failed, 2 warnings, 10 passed, 1 muted`; a result that no check has is left out. */
export function summaryOf(report: DoctorReport): string {
  const results = Object.keys(resultAppearance) as DoctorResult[];
  const counting = { ...report, checks: report.checks.filter(({ muted }) => !muted) };
  const counts = results.map((result) => [result, checksWith(counting, [result]).length] as const);
  const muted = ['muted', report.checks.length - counting.checks.length] as const;
  return [...counts, muted]
    .filter(([, count]) => count > 0)
    .map(([result, count]) => t(`diagnostics.summary.${result}`, { count }))
    .join(', ');
}

/** The report as plain text, to be pasted into a question to somebody. */
export function reportText(report: DoctorReport): string {
  const lines = report.checks.map((check) => {
    const { answer, remedy } = doctorText(check);
    return [
      labelled(t(`diagnostics.results.${check.result}`), `${questionOf(check)} ${answer}`),
      `(${formatDuration(check.tookMs)})`,
      remedy && labelled(t('diagnostics.remedy'), remedy),
    ]
      .filter(Boolean)
      .join(' ');
  });
  return [new Date(report.atMs).toISOString(), report.dataFolder, ...lines].join('\n');
}
