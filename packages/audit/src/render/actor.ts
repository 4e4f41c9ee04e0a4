import { html, type Markup } from '../html/html.ts';
import { brief } from './code.ts';

/** As much of a pseudonym as every table shows, so that two can be matched by eye. Bots and services are no people: whole. */
export const actor = (id: string): Markup => (id.startsWith('person:') ? brief(id) : html`<code>${id}</code>`);
