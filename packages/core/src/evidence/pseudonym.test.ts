import { describe, expect, it } from '@jest/globals';
import { actorsOf } from './actors.ts';
import { createRecord } from './create-record.ts';
import { controlFacts } from './control-facts.ts';
import { pseudonymOf, resolvePseudonym } from './pseudonym.ts';
import { recordOf } from './read-record.ts';
import { sealRecord } from './seal-record.ts';
import { sampleDrafts } from './test/sample-drafts.ts';
import { fixedSources, MemoryIdentities, testSigner } from './test/sample-sources.ts';

describe('a pseudonym', () => {
  it('is the same person every time, and another for everybody else', async () => {
    const store = new MemoryIdentities();
    const ids = Array.from({ length: 200 }, (_, index) => `github:${index}` as const);
    const first = await Promise.all(ids.map((id) => pseudonymOf(id, store)));
    const again = await Promise.all(ids.map((id) => pseudonymOf(id, store)));
    expect(again).toEqual(first);
    expect(new Set(first).size).toBe(ids.length);
    expect(first.every((each) => /^person:[0-9a-f]{32}$/.test(each))).toBe(true);
  });

  it('is nothing without the key: two stores that never met give two names', async () => {
    const other = new MemoryIdentities();
    await other.keyOf('github:9');
    expect(await pseudonymOf('github:1', other)).not.toBe(await pseudonymOf('github:1', new MemoryIdentities()));
  });

  it('can be resolved until its key is destroyed, and no stored byte changes with that', async () => {
    const [store, signer] = [new MemoryIdentities(), testSigner()];
    const [jane, john] = [await pseudonymOf('github:1', store), await pseudonymOf('github:2', store)];
    const draft = {
      ...sampleDrafts.deployment,
      evidence: { ...sampleDrafts.deployment.evidence, actor_id: jane, approver_ids: [john] },
    };
    const stored = await sealRecord(createRecord(draft, fixedSources(signer)), signer);
    const before = Buffer.from(stored);
    expect(await resolvePseudonym(jane, store)).toEqual(['github:1']);
    expect(await store.erase('github:1')).toBe(true);
    expect(await resolvePseudonym(jane, store)).toEqual([]);
    expect(await resolvePseudonym(john, store)).toEqual(['github:2']);
    expect(await resolvePseudonym(`${john}0`, store)).toEqual([]);
    expect(before.equals(stored)).toBe(true);
    expect(await store.erase('github:1')).toBe(false);
  });

  it('is for people: bots keep their id, and an account that might be a person’s is treated as one', async () => {
    const people = new Map([
      ['person-1', '700000000001'],
      ['person-2', '41898282'],
      ['person-3', '700000000003'],
    ] as const);
    const described = {
      'person-1': { kind: 'human' as const, roles: [] },
      'person-2': { kind: 'bot' as const, roles: [] },
      'person-3': { kind: 'unknown' as const, roles: [] },
    };
    const actors = await actorsOf(people, described, new MemoryIdentities());
    expect([...actors.values()]).toEqual([expect.stringMatching(/^person:/), 'bot:41898282', expect.stringMatching(/^person:/)]);
    expect(JSON.stringify([...actors])).not.toContain('70000000000');
  });
});

describe('control facts', () => {
  const facts = (kind: 'sbom' | 'change.approval' | 'policy.decision' | 'scan.result') => {
    const statement = createRecord<typeof kind>(sampleDrafts[kind], fixedSources(testSigner()));
    return controlFacts(recordOf(statement, 'record'));
  };

  it('are six fields per record and control', () => {
    expect(facts('sbom')).toEqual(
      ['A.8.32', 'CC8.1'].map((control_id) => ({
        control_id,
        commit: 'a'.repeat(40),
        approvals: [],
        artifact_digest: sampleDrafts.sbom.details.artifact,
        pipeline_run: '9/attempts/1',
        timestamp: '2026-11-21T05:59:00.000Z',
      })),
    );
  });

  it('name the roles of those whose approval counted, never the people', () => {
    expect(facts('change.approval')[0]?.approvals).toEqual(['security']);
    expect(facts('policy.decision')[0]?.approvals).toEqual(['security']);
    expect(facts('scan.result')[0]?.approvals).toEqual([]);
  });
});
