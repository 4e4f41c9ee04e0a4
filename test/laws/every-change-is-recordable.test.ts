import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, publicKeyFromPem, type JsonValue } from '@proofrail/core/canonical';
import { buildInputDocument, known, unknown, type FactsDocument } from '@proofrail/core/context';
import {
  actorsOf,
  actorsOfAccounts,
  createRecord,
  describeApprovals,
  describeDecision,
  describeOrigin,
  peopleOfEnvironment,
  sealRecord,
  toolIdentity,
} from '@proofrail/core/evidence';
import { replayDecision } from '@proofrail/core/gate';
import { decide, loadPolicy } from '@proofrail/core/policy';
import type { Signer } from '@proofrail/core/ports';
import {
  ALICE,
  AT,
  BOB,
  configured,
  finding,
  LATER,
  listed,
  PUSHED,
  report,
  sampleFacts,
  scanOf,
} from '../../packages/core/src/context/test/sample-change.ts';
import { MemoryIdentities } from '../../packages/core/src/evidence/test/sample-sources.ts';
import { readBundle } from '../../policies/index.ts';

// A change must not be able to prevent the record of its own denial, by being named like something that a ledger may not hold.
const HOSTILE = [
  'jane.doe@example.com',
  `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`,
  `ghp_${'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8'}`, // no capital in it: a plain word by its letters
  '203.0.113.42',
  '2001:db8::8a2e:370:7334',
  `-----BEGIN ${'RSA PRIVATE KEY-----'}`,
  'jane-doe',
  '/home/jane/secret',
  'person-1',
  '__proto__',
  '\u202Ekcart\n##[error]x',
];

const bundle = readBundle();
const policy = await loadPolicy(bundle);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer: Signer = {
  keyId: publicKeyFromPem(String(publicKey.export({ type: 'spki', format: 'pem' })), 'key').keyId,
  algorithm: 'ed25519',
  sign: (message) => Promise.resolve(sign(null, message, privateKey)),
};

const environmentNamed = (name: string): FactsDocument['environment'] => ({
  name,
  required_reviewers: known(1),
  prevent_self_review: known(true),
  admins_bypass: unknown('forbidden'),
  wait_minutes: known(0),
  branches: known('protected'),
  approvals: known({
    items: [{ person: BOB, state: 'approved', not_before: PUSHED, not_after: LATER }],
    total: 1,
  }),
  decision: unknown('absent'),
  deployer: known(ALICE),
  triggered_by: known(ALICE),
});

const changeNamed = (text: string): FactsDocument => {
  const facts = sampleFacts();
  const check = {
    name: text,
    app_id: '15368',
    workflow: text,
    commit: facts.change.head.commit,
    conclusion: 'failure' as const,
    attempt: 1,
  };
  return {
    ...facts,
    repository: { ...facts.repository, name: text },
    run: { ...facts.run, workflow: text },
    change: { ...facts.change, head: { ...facts.change.head, branch: text }, base: { ...facts.change.base, branch: text } },
    checks: listed([check, check]),
    images: listed([{ reference: text, file: text, line: 3 }]),
    files: listed([{ path: text, previous: text }]),
    tickets: listed([{ reference: text }]),
    // An environment may be named by a plain word, as in a record of a deployment.
    environment: environmentNamed(text === 'jane-doe' ? 'production' : text),
  };
};

describe.each(HOSTILE)('a change in which everything is called %j', (text) => {
  const found = report('one', [finding(1, { rule: text, title: text, severity: 'critical' })]);
  const facts = { ...changeNamed(text), scans: listed([scanOf(found)]) };
  const configuration = configured();

  it('is denied, and the denial is written down without it', async () => {
    const { document, people } = buildInputDocument(facts, configuration, [found], { at: AT, source: 'read' });
    const decision = decide(policy, document, configuration);
    const actors = await actorsOf(people, document.people, new MemoryIdentities());
    const details = describeDecision({
      facts,
      configuration,
      document,
      decision,
      manifest: bundle.manifest,
      actors,
      environmentActors: await actorsOfAccounts(peopleOfEnvironment(facts.environment), facts.accounts, new MemoryIdentities()),
      inputRef: null,
      answers: { document: null, items: [], total: 0 },
      previous: null,
    });
    const evidence = { ...describeOrigin(facts, 'read'), outcome: 'fail', collector_id: 'test', collector_version: '1' } as const;
    const statement = createRecord(
      { kind: 'policy.decision', subject: { commit: facts.change.head.commit }, evidence, details },
      { clock: { now: () => AT * 1000 }, randomness: (bytes) => new Uint8Array(bytes), signer },
    );
    await sealRecord(statement, signer);
    const approvals = describeApprovals({ facts, document, decision }, actors);
    if (approvals === null) throw new Error('the reviews were read');
    const approval = createRecord(
      { kind: 'change.approval', subject: { commit: facts.change.head.commit }, evidence, details: approvals },
      { clock: { now: () => AT * 1000 }, randomness: (bytes) => new Uint8Array(bytes), signer },
    );
    await sealRecord(approval, signer);
    expect([decision.outcome, decision.cause]).toEqual(['deny', 'rules']);
    const input = canonicalJson(document satisfies object as JsonValue);
    expect(replayDecision(details, input, policy)).toEqual({ kind: 'same' });
    // Labels are ours: a branch that is called like one stays out, but the text is in every record.
    if (text !== 'person-1') expect(JSON.stringify([statement, approval])).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it('may have been scanned by a tool of that name', () => {
    const { tool_name, tool_version } = toolIdentity({ name: text, version: text });
    expect([null, 'jane-doe', 'person-1']).toContain(tool_name);
    expect([null, 'jane-doe', 'person-1', '203.0.113.42']).toContain(tool_version);
  });
});
