import { describe, expect, it } from '@jest/globals';
import { readSummaryFile } from '@proofrail/testkit';
import { withCommandFile } from '../../test/with-command-file.ts';
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
});
