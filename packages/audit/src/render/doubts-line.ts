import { html, type Markup } from '../html/html.ts';
import type { Change } from '../report-model.ts';
import { brief } from './code.ts';
import { counted } from './counted.ts';

/** Why something is not verified that is shown all the same; null: it is. */
export function doubtsLine(doubts: Change['doubts']): Markup | null {
  if (doubts.length === 0) return null;
  const records = counted(doubts.length, 'record that does not verify', 'records that do not verify');
  return html`<p class="error">It rests on ${records}: ${doubts.map((digest) => html`${brief(digest)} `)}</p>`;
}
