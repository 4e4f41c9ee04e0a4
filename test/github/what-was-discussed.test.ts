import { textDigest } from '@proofrail/core/canonical';
import { describe, expect, it } from '@jest/globals';
import { discuss } from '@proofrail/testkit';
import { collect } from './collecting.ts';
import { soundChange } from './sound-change.ts';

const OPENINGS = ['Is the amount checked for overflow?', 'rename this', 'ä security question'];

describe('what reviewers discussed', () => {
  it('is kept as what each thread was opened with, by digest and in an order of its own, and never as text', async () => {
    const change = soundChange();
    const before = change.pullRequest.threads.length;
    for (const body of OPENINGS) discuss(change, change.security, body, body === 'rename this' ? change.author : null);
    const { collected } = await collect(change, { waitMinutes: 0 });
    const threads = collected[0]?.facts.threads;
    expect(threads).toMatchObject({ known: true, value: { total: before + OPENINGS.length } });
    const kept = threads?.known === true ? threads.value.openings : [];
    expect(kept).toHaveLength(before + OPENINGS.length);
    expect(kept).toEqual(expect.arrayContaining(OPENINGS.map(textDigest)));
    expect(kept.map(({ sha256 }) => sha256)).toEqual(kept.map(({ sha256 }) => sha256).sort());
    for (const body of OPENINGS) expect(JSON.stringify(collected[0]?.facts)).not.toContain(body);
  });
});
