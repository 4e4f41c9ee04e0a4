import { html, type Markup, type Part } from '../html/html.ts';

/** One row of a list of names and values. */
export const definition = (name: string, value: Part): Markup =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
