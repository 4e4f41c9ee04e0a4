import { momentText } from '@proofrail/core/text';
import { html, type Markup } from '../html/html.ts';

/** `2026-11-21 04:00:00 UTC`. */
export function moment(milliseconds: number): Markup {
  return html`<time datetime="${new Date(milliseconds).toISOString()}">${momentText(milliseconds)}</time>`;
}
