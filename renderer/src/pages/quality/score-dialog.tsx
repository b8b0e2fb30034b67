import { useMemo, useRef, useState } from 'react';
import type { QualityReport } from '../../../../main/contract/quality';
import { copyImage } from '../../charts/copy-image';
import { saveRows } from '../../charts/save-rows';
import { timeRows } from '../../charts/time-moments';
import { TimeTable } from '../../charts/time-table';
import { Dialog } from '../../components/dialog';
import { Icon } from '../../components/icon';
import { toFileName } from '../../components/save-file';
import { Announced } from '../../components/state-announcer';
import { t } from '../../languages/language';
import { useLanguage } from '../../state/use-language';
import { ScoreChart } from './score-chart';
import { scoreLines, scoresOf } from './score-lines';
import { formatScore } from './score-text';

/** Whose scores are looked at: a check or `table:<table>`, its name for people, and its threshold. */
export interface OpenedScore {
  readonly check: string;
  readonly name: string;
  readonly threshold: number;
}

/**
 * A day of scores as a chart with its threshold, or as a table; to be copied and taken as a file. Its
 * commands are buttons: a menu would lie below a dialog.
 */
export function ScoreDialog(props: {
  opened: OpenedScore;
  report: QualityReport;
  onClose: () => void;
}) {
  const { opened, report, onClose } = props;
  const { check, name, threshold } = opened;
  const body = useRef<HTMLDivElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const language = useLanguage();
  const scores = useMemo(() => scoresOf(report, check), [report, check]);
  const lines = useMemo(() => scoreLines(scores), [scores, language]);
  const title = t('quality.score.title', { check: name });
  const copy = async () => setOutcome((await copyImage(body.current, title)) ? 'done' : 'failed');
  const save = () =>
    saveRows(
      toFileName(title),
      timeRows(
        lines,
        lines.map((line) => line.name),
      ),
    );
  return (
    <Dialog
      title={title}
      className="score-dialog"
      onClose={onClose}
      actions={
        <>
          <span className="figure-outcome">
            {outcome && t(`copy.${outcome}`)}
            {outcome && <Announced text={t(`copy.${outcome}`)} />}
          </span>
          <button type="button" className="button" onClick={() => setIsTable(!isTable)}>
            <Icon name={isTable ? 'bars' : 'table'} />
            {t(isTable ? 'panel.viewAsChart' : 'panel.viewAsTable')}
          </button>
          <button
            type="button"
            className="button"
            disabled={isTable}
            title={isTable ? t('figure.noImage') : undefined}
            onClick={() => void copy()}
          >
            <Icon name="copy" />
            {t('figure.copyImage')}
          </button>
          <button type="button" className="button" onClick={save}>
            <Icon name="download" />
            {t('figure.export')}
          </button>
          <button type="button" className="button button-strong" onClick={onClose}>
            {t('figure.close')}
          </button>
        </>
      }
    >
      <p className="unit">{t('quality.checks.unit')}</p>
      <div className="score-body" ref={body}>
        {isTable ? (
          <TimeTable lines={lines} label={title} format={formatScore} />
        ) : (
          <ScoreChart {...{ name, scores, lines, threshold }} />
        )}
      </div>
    </Dialog>
  );
}
