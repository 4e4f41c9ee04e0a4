import { describe, expect, it } from '@jest/globals';
import { sha256 } from '../canonical/digest.ts';
import { createRecord, type RecordDraft } from './create-record.ts';
import { digestAllowed, type LedgerEntry } from './digest-allowed.ts';
import { recordOf } from './read-record.ts';
import { sampleDrafts } from './test/sample-drafts.ts';
import { fixedSources, testSigner } from './test/sample-sources.ts';

const signer = testSigner();
const IMAGE = sha256('image');
const GOOD = 'a'.repeat(40);
const BAD = 'b'.repeat(40);
const OTHER = 'c'.repeat(40);

let records = 0;
type Entered = 'sbom' | 'policy.decision' | 'change.merged' | 'change.bypass';
function entry(draft: { [K in Entered]: RecordDraft<K> }[Entered], stream: string): LedgerEntry {
  records += 1;
  const statement = createRecord<Entered>(draft, fixedSources(signer));
  return { stream, digest: sha256(`record ${records}`), record: recordOf(statement, 'record') };
}

type Facts = 'read' | 'given';
const BY_HAND = 'manual' as 'manual' | 'event';
const link = (commit: string | null, { stream = '42', facts = 'read' as Facts, image = IMAGE, method = BY_HAND } = {}) =>
  entry(
    {
      ...sampleDrafts.sbom,
      evidence: { ...sampleDrafts.sbom.evidence, facts, method },
      details: {
        ...sampleDrafts.sbom.details,
        artifact: image,
        built_from: commit === null ? null : { commit, claimed_by: 'archive-sbom' },
      },
    },
    stream,
  );

const decision = (
  commit: string,
  outcome: 'allow' | 'deny',
  { stream = '42', facts = 'read' as Facts, provisional = false, landed = null as string | null, number = 7 } = {},
) => {
  const { evidence, details } = sampleDrafts['policy.decision'];
  return entry(
    {
      ...sampleDrafts['policy.decision'],
      evidence: { ...evidence, facts },
      details: { ...details, decision: outcome, provisional, subject: { ...details.subject, number, head: commit, landed } },
    },
    stream,
  );
};

/** What the merge verifier wrote about a commit of the branch. */
const landed = (commit: string, state: 'bypass' | 'unverified' | 'excepted' | 'merged', stream = '42') => {
  const { 'change.merged': merged, 'change.bypass': bypass } = sampleDrafts;
  return state === 'merged'
    ? entry({ ...merged, details: { ...merged.details, commit } }, stream)
    : entry({ ...bypass, details: { ...bypass.details, commit, state } }, stream);
};

const ask = (entries: readonly LedgerEntry[], acceptGiven = false) => digestAllowed(entries, IMAGE, { acceptGiven });

describe('a digest', () => {
  it('is allowed when it comes from a commit that was allowed, and says on what it rests', () => {
    const entries = [decision(GOOD, 'allow'), link(GOOD)];
    expect(ask(entries)).toEqual({
      kind: 'allowed',
      commit: GOOD,
      link: entries[1]?.digest,
      decision: entries[0]?.digest,
      linkClaimedBy: 'archive-sbom',
      factsGiven: false,
    });
  });

  it('is allowed by what archive-sbom claimed in a run: that nobody proved the claim is said by its own name', () => {
    expect(ask([decision(GOOD, 'allow'), link(GOOD, { facts: 'given', method: 'event' })])).toMatchObject({
      kind: 'allowed',
      linkClaimedBy: 'archive-sbom',
      factsGiven: false,
    });
  });

  it('is allowed whichever was written first', () => expect(ask([link(GOOD), decision(GOOD, 'allow')]).kind).toBe('allowed'));

  it('is allowed by the commit that its change landed as', () => {
    expect(ask([decision(BAD, 'allow', { landed: GOOD }), link(GOOD)]).kind).toBe('allowed');
  });

  it('is allowed when every change of its merge group was', () => {
    const group = [decision(BAD, 'allow', { landed: GOOD, number: 7 }), decision(OTHER, 'allow', { landed: GOOD, number: 8 })];
    expect(ask([...group, link(GOOD)]).kind).toBe('allowed');
  });

  it.each([
    ['nothing was recorded', [], 'no-sbom'],
    ['only another image is known', [decision(GOOD, 'allow'), link(GOOD, { image: sha256('other') })], 'no-sbom'],
    ['nobody says what it was built from', [decision(GOOD, 'allow'), link(null)], 'no-commit'],
    ['its commit was never judged', [decision(BAD, 'allow'), link(GOOD)], 'not-decided'],
    ['its commit was denied', [decision(GOOD, 'deny'), link(GOOD)], 'denied'],
    ['its commit was denied after it was allowed', [decision(GOOD, 'allow'), link(GOOD), decision(GOOD, 'deny')], 'denied'],
    ['its commit was only waiting for the merge queue', [decision(GOOD, 'deny', { provisional: true }), link(GOOD)], 'denied'],
    ['a record calls an allowance provisional', [decision(GOOD, 'allow', { provisional: true }), link(GOOD)], 'denied'],
    [
      'it was provisional again after it was allowed',
      [decision(GOOD, 'allow'), link(GOOD), decision(GOOD, 'deny', { provisional: true })],
      'denied',
    ],
    [
      'another change of its merge group was denied, whichever was judged last',
      [decision(OTHER, 'deny', { landed: GOOD, number: 8 }), decision(BAD, 'allow', { landed: GOOD, number: 7 }), link(GOOD)],
      'denied',
    ],
    [
      'a pull request’s credentials wrote the allowance',
      [decision(GOOD, 'allow', { stream: '42-pr' }), link(GOOD)],
      'not-decided',
    ],
    ['a pull request’s credentials wrote the link', [decision(GOOD, 'allow'), link(GOOD, { stream: '42-pr' })], 'no-sbom'],
    ['another repository allowed the same commit', [decision(GOOD, 'allow', { stream: '43' }), link(GOOD)], 'not-decided'],
    ['a second link launders the first', [decision(GOOD, 'allow'), decision(BAD, 'deny'), link(BAD), link(GOOD)], 'denied'],
    ['a second link launders a commit that nobody judged', [decision(GOOD, 'allow'), link(BAD), link(GOOD)], 'not-decided'],
    ['more landed than was allowed', [decision(BAD, 'allow', { landed: GOOD }), landed(GOOD, 'bypass'), link(GOOD)], 'bypassed'],
    ['nobody could find out what landed', [decision(GOOD, 'allow'), landed(GOOD, 'unverified'), link(GOOD)], 'bypassed'],
    [
      'the decision rests on facts that were handed over',
      [decision(GOOD, 'allow', { facts: 'given' }), link(GOOD)],
      'facts-given',
    ],
    ['the link rests on facts that were handed over', [decision(GOOD, 'allow'), link(GOOD, { facts: 'given' })], 'facts-given'],
  ])('is refused when %s', (_name, entries, reason) => {
    expect(ask(entries)).toMatchObject({ kind: 'refused', reason, doThis: expect.any(String) });
  });

  it.each<[string, LedgerEntry[]]>([
    ['an exception covers how its commit landed', [landed(GOOD, 'excepted')]],
    ['its commit was verified in the end', [landed(GOOD, 'unverified'), landed(GOOD, 'merged')]],
    ['another commit was a bypass', [landed(BAD, 'bypass')]],
    ['a pull request’s credentials say that it was a bypass', [landed(GOOD, 'bypass', '42-pr')]],
  ])('is allowed where %s', (_name, entries) => {
    expect(ask([decision(GOOD, 'allow'), ...entries, link(GOOD)]).kind).toBe('allowed');
  });

  it('is allowed again after a denial was judged anew', () => {
    expect(ask([decision(GOOD, 'deny'), link(GOOD), decision(GOOD, 'allow')]).kind).toBe('allowed');
  });

  it('rests on handed-over facts only where somebody accepts that, and then says so', () => {
    const entries = [decision(GOOD, 'allow', { facts: 'given' }), link(GOOD)];
    expect(ask(entries, true)).toMatchObject({ kind: 'allowed', factsGiven: true });
  });

  it('is not allowed by what is given where a denial was read later', () => {
    expect(ask([decision(GOOD, 'allow', { facts: 'given' }), link(GOOD), decision(GOOD, 'deny')], true)).toMatchObject({
      reason: 'denied',
    });
  });
});
