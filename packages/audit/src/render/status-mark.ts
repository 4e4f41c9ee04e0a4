import { html, type Markup } from '../html/html.ts';

export type Tone = 'good' | 'bad' | 'caution' | 'quiet';

// Shape and word carry the meaning; colour repeats it (WCAG 1.4.1). The shape is hidden from screen readers, the word is not.
const SHAPES: Readonly<Record<Tone, string>> = { good: '✓', bad: '✕', caution: '▲', quiet: '–' };

export function statusMark(tone: Tone, word: string): Markup {
  return html`<span class="mark ${tone}"><span class="shape" aria-hidden="true">${SHAPES[tone]}</span>${word}</span>`;
}
