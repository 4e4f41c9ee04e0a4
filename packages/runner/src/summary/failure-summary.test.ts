import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { hostileText, seededRandom } from '@proofrail/testkit';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { failureSummary } from './failure-summary.ts';

const page = (found: string): string =>
  micromark(
    failureSummary(new ConfigurationError('input/invalid', { expected: 'a name', found, at: 'NAME', doThis: 'give one' })),
    {
      allowDangerousHtml: true,
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
    },
  );

describe('the page of a failure', () => {
  it('says what to do first, and then four things with their names and no empty row', () => {
    expect(page('none').match(/<(?:li|p|th|td)>/g)).toEqual(['<p>', '<li>', '<li>', '<li>', '<li>']);
    expect(page('none')).toContain('<strong>found:</strong> none');
  });

  it('names the place and does not copy a whole document that stood there', () => {
    expect(page('word '.repeat(20_000)).length).toBeLessThan(3_000);
  });

  it('keeps that shape whatever was found', () => {
    const random = seededRandom(63);
    const shape = (html: string) => html.match(/<\/?[a-z][a-z0-9]*/g);
    for (let seed = 0; seed < 1_000; seed++) expect(shape(page(hostileText(random)))).toEqual(shape(page('none')));
  });
});
