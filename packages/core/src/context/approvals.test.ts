import { describe, expect, it } from '@jest/globals';
import { buildInputDocument } from './build-input-document.ts';
import type { FactsDocument } from './facts-document.ts';
import { ALICE, AT, configured, listed, MACHINE, review, sampleFacts } from './test/sample-change.ts';

const build = (facts: FactsDocument) => buildInputDocument(facts, configured(), [], { at: AT, source: 'given' });

describe('an approval counts for nothing when', () => {
  const count = (facts: FactsDocument) => build(facts).document.approvals.count;
  const one = (change: Parameters<typeof review>[0]) => sampleFacts({ reviews: listed([review(change)]) });

  it('(it counts when nothing is wrong with it)', () => expect(count(one({}))).toBe(1));
  it.each([
    ['it is about another commit', { commit: 'd'.repeat(40) }],
    ['nobody knows which commit it is about', { commit: null }],
    ['it was given before the last push', { submitted_at: '2026-11-20T09:59:59.999Z' }],
    ['it was given in the second of the last push', { submitted_at: '2026-11-20T10:00:00.999Z' }],
    ['its author may not push', { can_push: false }],
    ['its author has a hand in the change', { person: ALICE }],
    ['its author is a machine that the platform calls a user', { person: MACHINE }],
    ['its author’s account is not described', { person: '700000000077' }],
    ['it was dismissed', { state: 'dismissed' as const }],
    ['it only comments', { state: 'commented' as const }],
  ])('%s', (_name, change) => expect(count(one(change))).toBe(0));

  it('its author asked for changes afterwards', () => {
    const reviews = listed([review(), review({ state: 'changes_requested', submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(0);
  });

  it('its author asked for changes in the same second', () => {
    const reviews = listed([review({ state: 'changes_requested' }), review({ submitted_at: '2026-11-20T11:00:00.900Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(0);
  });

  it('it is the second of one person', () => {
    const reviews = listed([review(), review({ submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(1);
  });

  it('nobody knows when the last push was', () => {
    const facts = sampleFacts();
    expect(count({ ...facts, change: { ...facts.change, last_push: { known: false, why: 'stale' } } })).toBe(0);
  });

  it('a comment follows it: that takes nothing back', () => {
    const reviews = listed([review(), review({ state: 'commented', submitted_at: '2026-11-20T12:00:00.000Z' })]);
    expect(count(sampleFacts({ reviews }))).toBe(1);
  });
});
