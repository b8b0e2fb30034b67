import type { DoctorCheck, DoctorReport } from '../../../../main/contract/doctor';
import type { Tone } from '../../components/badge';
import type { IconName } from '../../components/icon';
import { formatDuration } from '../../format/time';
import { t, tOr } from '../../languages/language';

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
  readonly name: 'attention' | 'passed' | 'notRun';
  readonly results: readonly DoctorResult[];
}[] = [
  { name: 'attention', results: ['failed', 'warning'] },
  { name: 'passed', results: ['passed'] },
  { name: 'notRun', results: ['notRun'] },
];

/** The checks with one of the results: failed before warnings, else in the doctor's order. */
export function checksWith(report: DoctorReport, results: readonly DoctorResult[]): DoctorCheck[] {
  return results.flatMap((wanted) => report.checks.filter(({ result }) => result === wanted));
}

/** The question in the window's language; as the check asks it where there is no translation. */
export const questionOf = ({ id, question }: DoctorCheck): string =>
  tOr(`diagnostics.questions.${id}`, question);

/** `1 failed, 2 warnings, 10 passed`; a result that no check has is left out. */
export function summaryOf(report: DoctorReport): string {
  const results = Object.keys(resultAppearance) as DoctorResult[];
  return results
    .map((result) => [result, checksWith(report, [result]).length] as const)
    .filter(([, count]) => count > 0)
    .map(([result, count]) => t(`diagnostics.summary.${result}`, { count }))
    .join(', ');
}

/** The report as plain text, to be pasted into a question to somebody. */
export function reportText(report: DoctorReport): string {
  const lines = report.checks.map((check) =>
    [
      `${t(`diagnostics.results.${check.result}`)}: ${questionOf(check)} ${check.answer}`,
      `(${formatDuration(check.tookMs)})`,
      check.remedy && `${t('diagnostics.remedy')}: ${check.remedy}`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  return [new Date(report.atMs).toISOString(), report.dataFolder, ...lines].join('\n');
}
