import type { Markup } from '../html/html.ts';
import type { Change } from '../report-model.ts';
import { statusMark } from './status-mark.ts';

/** How a decision ended, in a word. */
export function outcomeMark({ outcome, cause }: Pick<Change, 'outcome' | 'cause'>): Markup {
  switch (outcome) {
    case 'allow':
      return statusMark('good', 'Allowed');
    case 'provisional':
      return statusMark('caution', 'Provisional');
    case 'deny':
      return statusMark('bad', cause === 'error' ? 'Denied: the engine failed' : 'Denied');
  }
}
