import type { Markup } from '../html/html.ts';
import type { Change } from '../report-model.ts';
import { statusMark } from './status-mark.ts';

/** How a decision ended, in a word. */
export function outcomeMark({ outcome, cause, doubts }: Pick<Change, 'outcome' | 'cause' | 'doubts'>): Markup {
  switch (outcome) {
    case 'allow':
      return doubts.length === 0 ? statusMark('good', 'Allowed') : statusMark('bad', 'Allowed, not verified');
    case 'provisional':
      return statusMark('caution', 'Provisional');
    case 'deny':
      return statusMark('bad', cause === 'error' ? 'Denied: the engine failed' : 'Denied');
  }
}
