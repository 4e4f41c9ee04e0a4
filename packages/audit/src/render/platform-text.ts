import { html, type Markup } from '../html/html.ts';
import type { PlatformWord } from '../proof-model.ts';
import { whole } from './code.ts';
import { statusMark } from './status-mark.ts';

export const UNSIGNED = 'unsigned by the platform';

/** The platform's word about one record, said in every case: a silence would look like a yes. */
export function platformText(word: PlatformWord): Markup {
  switch (word.kind) {
    case 'verified':
      return html`repository ${word.repository}, run ${word.run}, attempt ${word.attempt}, ${word.event}, ${word.runner}<br />${whole(word.workflow)}`;
    case 'countersigned':
      return html`repository ${word.repository}, run ${word.run}, attempt ${word.attempt}, ${word.event}, ${word.runner}<br /><span
          class="quiet"
          >the token is erased, countersigned by the sealer</span
        >`;
    case 'unverified':
      return unproven(word.why);
    case 'none':
      return html`<span class="absent">${UNSIGNED}: the record says so itself</span>`;
  }
}

export const unproven = (why: string): Markup =>
  html`${statusMark('caution', 'not proven')} there is a receipt, and nothing proves it: <code>${why}</code>`;
