import { html, type Markup, type Part } from '../html/html.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Said under the title, and alone where there is nothing to list: an empty section is never silent. */
  readonly lead: Part;
  readonly body: Part;
}

export function section({ id, title, lead, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="lead">${lead}</p>
    ${body}
  </section> `;
}
