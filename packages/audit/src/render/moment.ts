import { html, type Markup } from '../html/html.ts';

/** `2026-11-21 04:00:00 UTC`: one zone for the whole report, as auditors compare lists from several systems. */
export function moment(milliseconds: number): Markup {
  const iso = new Date(milliseconds).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`;
}
