import { describe, expect, it } from '@jest/globals';
import { readSummaryFile } from '@proofrail/testkit';
import { withCommandFile } from '../../test/with-command-file.ts';
import { cutMarkdown } from './cut-markdown.ts';
import { writeSummary } from './write-summary.ts';

describe('the job summary', () => {
  it.each([500, 983_039, 983_040, 983_041, 1_048_576, 1_048_577, 3_000_000])('is never lost whole: %d bytes', async (size) => {
    const line = `${'ä'.repeat(40)}\n`;
    const markdown = `## Denied\n${line.repeat(Math.ceil(size / 81))}`.slice(0, Math.floor(size / 2));
    const whole = markdown + 'x'.repeat(size - Buffer.byteLength(markdown));
    const { shown, error } = readSummaryFile(await withCommandFile('STEP_SUMMARY', () => writeSummary(whole)));
    expect(error).toBeNull();
    expect(shown.startsWith('## Denied\n')).toBe(true);
    expect(shown).not.toContain('\ufffd');
    if (size > 983_040) expect(shown).toContain('the rest is cut off');
    else expect(shown.trimEnd()).toBe(whole.trimEnd());
  });

  it('says that it was cut off outside of what is folded away', () => {
    const folded = `## Denied\n\n<details><summary>kept</summary>\n\n${'| a | b |\n'.repeat(200)}\n</details>\n`;
    const shown = cutMarkdown(folded, 1_000);
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(1_000);
    expect(shown).toMatch(/<\/details>\n\n\n> \[!WARNING\]\n> This page was longer/);
    expect(cutMarkdown(`${folded}${'x\n'.repeat(900)}`, 3_000).split('</details>')).toHaveLength(2);
  });
});
