import { expect, it } from '@jest/globals';
import { deferred, html } from './html.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '" onload="x',
  "' onload='x",
  '`x`',
  '&amp;',
  '</style>',
  '<!--',
  '\u202eexe.txt',
  '\u0000',
];

it('lets no text become a tag, an attribute or an entity, wherever it stands', () => {
  for (const text of HOSTILE) {
    const page = html`<p title="${text}">${text}</p>`.text;
    expect(page.match(/[<>"]/g)).toEqual(['<', '"', '"', '>', '<', '>']);
    expect(page).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});

it('keeps markup that it made itself, and lists of it', () => {
  const items = ['a', '<b>'].map((name) => html`<li>${name}</li>`);
  expect(html`${items}${null}`.text).toBe('<li>a</li><li>&lt;b&gt;</li>');
});

it('writes what is deferred in its place, one by one and only when its turn comes, escaped like everything else', () => {
  const written: string[] = [];
  const list = deferred(['a', '<b>'], (name) => {
    written.push(name);
    return html`<li>${name}</li>`;
  });
  const page = html`<b>${'&'}${[list]}</b>`;
  expect(written).toEqual([]);
  const pieces = page.pieces()[Symbol.iterator]();
  expect([pieces.next().value, pieces.next().value, written]).toEqual(['<b>&amp;', '<li>a</li>', ['a']]);
  expect(page.text).toBe('<b>&amp;<li>a</li><li>&lt;b&gt;</li></b>');
});
