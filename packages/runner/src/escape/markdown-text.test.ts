import { describe, expect, it } from '@jest/globals';
import { hostileText, seededRandom } from '@proofrail/testkit';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { markdownCode } from './markdown-code.ts';
import { markdownText } from './markdown-text.ts';
import { visibleControls } from './visible-controls.ts';

const CASES = 2_000;

/** GitHub's dialect, with raw HTML let through: worse than the page, which filters it. */
const render = (markdown: string): string =>
  micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });

const withoutComments = (html: string): string => html.replaceAll('<!-- -->', '');

const asHtml = (text: string): string =>
  visibleControls(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

describe('untrusted text in a job summary', () => {
  it(`is shown as written and is nothing but text, in a paragraph: ${CASES} hostile texts`, () => {
    const random = seededRandom(1);
    for (let seed = 0; seed < CASES; seed++) {
      const text = hostileText(random);
      expect(withoutComments(render(`x${markdownText(text)}x`))).toBe(`<p>x${asHtml(text)}x</p>`);
      expect(withoutComments(render(`${markdownText(text)}x`))).toBe(`<p>${asHtml(text)}x</p>`);
    }
  });

  it(`stays inside its cell of a table: ${CASES} hostile texts`, () => {
    const random = seededRandom(2);
    for (let seed = 0; seed < CASES; seed++) {
      const text = hostileText(random);
      const html = withoutComments(render(`| a | b |\n| --- | --- |\n| ${markdownCode(text)} | end |\n`));
      const cells = [...html.matchAll(/<td>(.*?)<\/td>/gs)].map((match) => match[1]);
      expect(cells).toEqual([`<code>${asHtml(text)}</code>`, 'end']);
    }
  });

  it('is no link, mention, e-mail address, issue number or picture', () => {
    for (const text of [
      'http://evil.example',
      'www.evil.example',
      'a@evil.example',
      '@octocat',
      '#123',
      '![x](y)',
      '<a href=x>',
    ]) {
      expect(render(markdownText(text))).not.toMatch(/<a |<img|@[a-z]|#[0-9]/);
    }
  });
});
