import { alertText } from '../languages/spoken-text';
import { t, tOr } from '../languages/language';
import type { Notice } from '../state/notices';
import type { Tone } from './badge';
import type { IconName } from './icon';

/** What a notice says: what is so, and the facts. */
export function noticeText(notice: Notice): { readonly title: string; readonly body: string } {
  switch (notice.kind) {
    case 'alert': {
      const { rule, clearedAtMs } = notice.alert;
      const name = tOr(`quality.alerts.names.${rule}`, rule);
      const title = clearedAtMs === null ? 'notices.raised' : 'notices.cleared';
      return { title: t(title, { name }), body: alertText(notice.alert) };
    }
    case 'settings': {
      const names = notice.names.join(', ');
      const count = notice.names.length;
      return {
        title: t('notices.settings.title', { count }),
        body: t('notices.settings.body', { names }),
      };
    }
    case 'failed':
    case 'recovered':
    case 'tabHint':
      return { title: t(`notices.${notice.kind}.title`), body: t(`notices.${notice.kind}.body`) };
  }
}

/** Colour and shape of a notice; its words stand beside them. */
export function noticeAppearance(notice: Notice): { readonly tone: Tone; readonly icon: IconName } {
  switch (notice.kind) {
    case 'alert':
      if (notice.alert.clearedAtMs !== null) return { tone: 'green', icon: 'check' };
      return notice.alert.severity === 'error'
        ? { tone: 'red', icon: 'octagon' }
        : { tone: 'amber', icon: 'triangle' };
    case 'failed':
      return { tone: 'red', icon: 'octagon' };
    case 'recovered':
      return { tone: 'green', icon: 'check' };
    case 'settings':
    case 'tabHint':
      return { tone: 'blue', icon: 'question' };
  }
}
