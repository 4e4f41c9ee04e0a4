import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { parseEnvelope } from '../canonical/parse-envelope.ts';
import type { JsonObject, JsonValue } from '../canonical/json-value.ts';
import type { Statement } from '../canonical/statement.ts';
import { readAcknowledgement } from '../ledger/stored/acknowledgement.ts';
import { createRecord, type RecordDraft } from './create-record.ts';
import { EVIDENCE_KINDS, KINDS, type EvidenceKind } from './kinds.ts';
import { lintRecord } from './lint/lint-record.ts';
import { readRecord, recordOf } from './read-record.ts';
import { RecordRefused } from './record-refused.ts';
import { refusalRecord } from './refusal-record.ts';
import { sealRecord } from './seal-record.ts';
import { fixedSources, testSigner } from './test/sample-sources.ts';
import { sampleDrafts } from './test/sample-drafts.ts';

const signer = testSigner();
const create = (draft: RecordDraft<EvidenceKind>) =>
  createRecord(draft, { ...fixedSources(signer), keeping: { by: 'artifact', days: 90 } });
const sample = (kind: EvidenceKind) => create(sampleDrafts[kind]);

// In two halves, so that no scanner takes the tests for a leak.
const SECRETS = {
  'a GitHub token': `ghp_${'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'}`,
  'a fine-grained token': `github_pat_${'11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ'}`,
  'an AWS key': `AKIA${'IOSFODNN7EXAMPLE'}`,
  'an AWS secret': `wJalrXUtnFEMI/K7MDENG/${'bPxRfiCYEXAMPLEKEY'}`,
  'a Slack token': `xoxb-${'123456789012-abcdefGHIJKL'}`,
  'a private key': `-----BEGIN ${'OPENSSH PRIVATE KEY-----'}`,
  'a JWT': `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N'}`,
  'a password in a URL': 'https://deploy:hunter2@registry.internal/x',
  'forty hex digits in prose': `key ${'0123456789abcdef'.repeat(3)}`,
};
const PERSONAL = {
  'an e-mail address': 'jane.doe@example.com',
  'an IPv4 address': '203.0.113.42',
  'an IPv6 address': '2001:db8::8a2e:370:7334',
  'a telephone number': '+49 30 1234567',
};

/** Every place of a text in a value, as the path to it. */
function texts(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => texts(member, [...path, Array.isArray(value) ? Number(key) : key]));
}

function planted<T>(value: T, path: readonly (string | number)[], text: string): T {
  const copy = structuredClone(value);
  const holder = path.slice(0, -1).reduce((inside, step) => (inside as Record<string | number, unknown>)[step], copy as unknown);
  (holder as Record<string | number, unknown>)[path.at(-1) ?? ''] = text;
  return copy;
}

describe.each(EVIDENCE_KINDS)('a record of kind %s', (kind) => {
  it('says again what was written, down to the last field', async () => {
    const statement = sample(kind);
    const bytes = await sealRecord(statement, signer);
    const record = readRecord(bytes, 'record');
    if (record.kind === 'unrecognised') throw new Error('a kind of our own');
    expect(record.kind).toBe(kind);
    expect({ evidence: record.evidence, ...record.details }).toEqual(statement.predicate);
    expect(record.details).toEqual(sampleDrafts[kind].details);
    expect(canonicalJson(statement as unknown as JsonValue)).toEqual(parseEnvelope(bytes, 'record').payload);
  });

  it('is the same bytes from the same clock, randomness and key', async () => {
    const [first, second] = await Promise.all([sealRecord(sample(kind), signer), sealRecord(sample(kind), signer)]);
    expect(Buffer.from(first).equals(second)).toBe(true);
  });

  it('has something in every field, so that the laws below try them all', () => {
    const { evidence, ...details } = sample(kind).predicate;
    expect(Object.entries(evidence as object).filter(([, value]) => value === null)).toEqual([]);
    expect(Object.keys(details).sort()).toEqual(Object.keys(KINDS[kind].fields).sort());
  });

  it.each(Object.entries({ ...SECRETS, ...PERSONAL }))(
    'never carries %s, in whatever field it is planted',
    async (_name, planting) => {
      const statement = sample(kind);
      const carried: string[] = [];
      for (const path of texts(statement)) {
        // Four numbers are a version there; everywhere else they are somebody's machine.
        if (planting === PERSONAL['an IPv4 address'] && /version|^opa$|^sdk$/.test(String(path.at(-1)))) continue;
        const sealed = await sealRecord(planted(statement, path, planting), signer).then(
          () => true,
          (error: unknown) => !(error instanceof RecordRefused),
        );
        if (sealed) carried.push(path.join('/'));
      }
      expect(carried).toEqual([]);
    },
  );

  it('takes no field that is not on its list, and misses none', async () => {
    const statement = sample(kind);
    const { evidence } = statement.predicate;
    const extra: Statement = { ...statement, predicate: { ...statement.predicate, note: 'hello' } };
    await expect(sealRecord(extra, signer)).rejects.toMatchObject({ code: 'evidence/unknown-key' });
    const inside: Statement = {
      ...statement,
      predicate: { ...statement.predicate, evidence: { ...(evidence as object), note: 'hello' } },
    };
    await expect(sealRecord(inside, signer)).rejects.toMatchObject({ code: 'evidence/unknown-key' });
    for (const key of Object.keys(statement.predicate)) {
      const rest = Object.fromEntries(Object.entries(statement.predicate).filter(([name]) => name !== key));
      await expect(sealRecord({ ...statement, predicate: rest }, signer)).rejects.toMatchObject({ code: 'evidence/missing-key' });
    }
  });
});

describe('a record', () => {
  it('names the key that signs it', async () => {
    await expect(sealRecord(sample('sbom'), testSigner())).rejects.toMatchObject({ code: 'evidence/other-signer' });
  });

  it('of a kind that nobody here knows stays in sight', () => {
    const statement: Statement = { ...sample('sbom'), predicateType: 'https://slsa.dev/provenance/v1' };
    expect(recordOf(statement, 'record')).toMatchObject({
      kind: 'unrecognised',
      predicateType: 'https://slsa.dev/provenance/v1',
    });
  });

  it('of a kind that nobody here knows is not signed either', async () => {
    await expect(
      sealRecord({ ...sample('sbom'), predicateType: 'https://slsa.dev/provenance/v1' }, signer),
    ).rejects.toMatchObject({
      code: 'evidence/unknown-kind',
    });
  });

  it('by a later writer is read for what this version knows', () => {
    const statement = sample('sbom');
    const later = { ...statement, predicate: { ...statement.predicate, licences: 3 } };
    expect(recordOf(later, 'record')).toEqual(recordOf(statement, 'record'));
  });

  it('from before there were checkpoints in records is read for as long as it is kept, and is not written any more', async () => {
    const { predicate, ...statement } = sample('sbom');
    const { checkpoint, ...evidence } = predicate['evidence'] as JsonObject;
    const earlier: Statement = { ...statement, predicate: { ...predicate, evidence } };
    expect(checkpoint).toMatchObject({ size: 3 });
    expect(recordOf(earlier, 'record')).toMatchObject({ kind: 'sbom', evidence: { ...evidence, checkpoint: null } });
    await expect(sealRecord(earlier, signer)).rejects.toMatchObject({ code: 'evidence/missing-key' });
  });

  it('from before decisions listed what the platform answered is read, too, as one that lists nothing', async () => {
    const { predicate, ...statement } = sample('policy.decision');
    const { answers, ...before } = predicate;
    expect(answers).toMatchObject({ total: 300 });
    const earlier: Statement = { ...statement, predicate: before };
    expect(recordOf(earlier, 'record')).toMatchObject({ details: { answers: { document: null, items: [], total: 0 } } });
    await expect(sealRecord(earlier, signer)).rejects.toMatchObject({ code: 'evidence/missing-key' });
  });

  it('that acknowledges a finding is one for the verifier of the ledger, too', async () => {
    const { payload } = parseEnvelope(await sealRecord(sample('finding.acknowledged'), signer), 'record');
    const { finding, reason, acknowledged_by, approved_by } = sampleDrafts['finding.acknowledged'].details;
    expect(readAcknowledgement(payload)).toEqual({ finding, reason, acknowledged_by, approved_by });
  });

  it('that is damaged is refused with the place', () => {
    const statement = planted(sample('sbom'), ['predicate', 'artifact'], 'latest');
    expect(() => recordOf(statement, 'k')).toThrow(
      expect.objectContaining({ code: 'evidence/wrong-value', at: 'k#/predicate/artifact' }),
    );
  });

  it('says whether it is about people', () => {
    expect(recordOf(sample('sbom'), 'r')).toMatchObject({ evidence: { pii_class: 'pseudonymous' } });
    const { evidence } = sampleDrafts.sbom;
    const nobody = { ...evidence, actor_id: 'bot:1' as const, author_id: null, approver_ids: [], owner_id: null };
    expect(recordOf(create({ ...sampleDrafts.sbom, evidence: nobody }), 'r')).toMatchObject({ evidence: { pii_class: 'none' } });
  });
});

it.each(Object.values({ ...SECRETS, ...PERSONAL }))('the linter finds %s inside other words', (planting) => {
  expect(lintRecord([`x ${planting} y`, planting, `(${planting})`]).map(({ pointer }) => pointer)).toEqual(['/0', '/1', '/2']);
});

it.each([
  'CodeQL',
  'OSV-Scanner 1.9',
  '2.19.1',
  '2026-11-21T05:59:00.000Z',
  'iso27001:2022/A.8.32',
  'approvals.no-self-approval',
  'person-12',
])('the linter leaves %s alone', (text) => expect(lintRecord({ field: text })).toEqual([]));

describe('a refusal', () => {
  const draft = {
    ...sampleDrafts.deployment,
    details: { ...sampleDrafts.deployment.details, source_id: PERSONAL['an e-mail address'] },
  };
  const refused = (): RecordRefused => {
    try {
      create(draft);
    } catch (error) {
      if (error instanceof RecordRefused) return error;
    }
    throw new Error('it was not refused');
  };

  it('ends in 3 and names the field, never the value', () => {
    const error = refused();
    expect(error.outcome).toBe('unavailable');
    expect(error.refusals).toEqual([{ pointer: '/predicate/source_id', why: 'personal-data' }]);
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('jane');
  });

  it('is itself recorded, so that it cannot be used to hide a change', async () => {
    const statement = refusalRecord(refused(), draft, fixedSources(signer));
    const bytes = await sealRecord(statement, signer);
    expect(Buffer.from(parseEnvelope(bytes, 'r').payload).toString()).not.toContain('jane');
    expect(readRecord(bytes, 'r')).toMatchObject({
      kind: 'record.refused',
      details: { refused_kind: 'deployment', fields: [{ pointer: '/predicate/source_id', why: 'personal-data' }] },
    });
  });

  it('does not repeat a secret that was the name of a member', () => {
    const bad = { [SECRETS['a GitHub token']]: 1 } as unknown as JsonValue;
    expect(lintRecord(bad)).toEqual([{ pointer: '/*', why: 'secret' }]);
  });
});
