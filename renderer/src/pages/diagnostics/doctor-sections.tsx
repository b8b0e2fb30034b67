import type { DoctorReport } from '../../../../main/contract/doctor';
import { t } from '../../languages/language';
import { checksWith, sections } from './doctor-appearance';
import { DoctorCheckRow } from './doctor-check-row';

/** The checks, those with something to do first; a section without checks is left out. */
export function DoctorSections({ report }: { report: DoctorReport }) {
  return sections.map(({ name, results, isMuted }) => {
    const checks = checksWith(report, results).filter(({ muted }) => muted === isMuted);
    if (checks.length === 0) return null;
    return (
      <section key={name} className="check-section">
        <h3>{t(`diagnostics.sections.${name}`)}</h3>
        <ul>
          {checks.map((check) => (
            <DoctorCheckRow key={check.id} check={check} />
          ))}
        </ul>
      </section>
    );
  });
}
