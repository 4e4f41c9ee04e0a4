import { html, type Markup } from '../html/html.ts';

/** A digest, commit or path in full: it may break anywhere, and is selected whole. */
export const whole = (text: string): Markup => html`<code class="whole">${text}</code>`;

/** Enough of a digest or commit to tell it from its neighbours; the whole stands in the proof. */
export function brief(text: string): Markup {
  const hex = text.slice(text.indexOf(':') + 1);
  return hex.length <= 12 ? html`<code>${hex}</code>` : html`<code title="${text}">${hex.slice(0, 12)}</code>`;
}
