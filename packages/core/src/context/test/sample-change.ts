import { sha256, type Sha256 } from '../../canonical/digest.ts';
import type { Configuration } from '../../controls/configuration/configuration.ts';
import { readConfiguration } from '../../controls/configuration/read-configuration.ts';
import { knownRules } from '../../controls/test/known-rules.ts';
import { OWN, ROLES } from '../../controls/test/registries.ts';
import type { Finding } from '../../reports/finding.ts';
import type { ScanReport } from '../../reports/scan-report.ts';
import type { FactsDocument } from '../facts-document.ts';
import type { SeededRandom } from './seeded-random.ts';

export const HEAD = 'a'.repeat(40);
export const PUSHED = '2026-11-20T10:00:00.000Z';
export const LATER = '2026-11-20T11:00:00.000Z';
export const AT = Date.parse('2026-11-21T00:00:00Z') / 1000;
/** Long and unmistakable, so that a search in a document's bytes cannot hit by chance. */
export const ALICE = '700000000001';
export const BOB = '700000000002';
export const CAROL = '700000000003';
export const MACHINE = '700000000009';

type Review = Extract<FactsDocument['reviews'], { known: true }>['value']['items'][number];

export const review = (change: Partial<Review> = {}): Review => ({
  person: BOB,
  state: 'approved',
  commit: HEAD,
  submitted_at: LATER,
  can_push: true,
  dismissed_by: null,
  previous_state: null,
  ...change,
});

/** Alice's change, approved by Bob and Carol. */
export const sampleFacts = (change: Partial<FactsDocument> = {}): FactsDocument => ({
  schema: 'proofrail.facts/v1',
  read_at: LATER,
  platform: 'github',
  repository: { id: '42', name: 'acme/payments' },
  run: { id: '9', attempt: 1, event: 'pull_request', workflow: '.github/workflows/gate.yml' },
  change: {
    kind: 'pull_request',
    number: 7,
    head: { commit: HEAD, branch: 'feature/x', repository_id: '42' },
    base: { commit: 'b'.repeat(40), branch: 'develop' },
    checked: HEAD,
    landed: null,
    merge_queue: { known: true, value: false },
    last_push: { known: true, value: { at: PUSHED, person: ALICE } },
  },
  accounts: [ALICE, BOB, CAROL, MACHINE].map((id) => ({ id, kind: 'human' })),
  contributors: { known: true, value: { people: [ALICE], unidentified: 0, total: 1 } },
  reviews: listed([review(), review({ person: CAROL })]),
  checks: listed([]),
  scans: listed([]),
  images: listed([]),
  files: listed([{ path: 'src/main.ts', previous: null }]),
  threads: { known: true, value: { total: 2, resolved: 2, security: 0, openings: [] } },
  tickets: listed([]),
  environment: null,
  ...change,
});

export function listed<T>(items: T[]): { known: true; value: { items: T[]; total: number } } {
  return { known: true, value: { items, total: items.length } };
}

export const finding = (number: number, change: Partial<Finding> = {}): Finding => ({
  tool: 'CodeQL',
  rule: `rule-${number}`,
  severity: 'high',
  title: 'A weakness',
  fingerprint: fingerprint(number),
  suppressed: false,
  location: null,
  tags: [],
  ...change,
});

export const fingerprint = (number: number): Sha256 => sha256(`finding ${number}`);

export const report = (name: string, findings: readonly Finding[], tool = 'CodeQL'): ScanReport => ({
  format: 'sarif',
  mediaType: 'application/sarif+json',
  digest: sha256(name),
  bytes: Buffer.from(name),
  tools: [{ name: tool, version: '1.0' }],
  result: { known: true, value: { rules: 10, findings: findings.length } },
  unlisted: null,
  problem: null,
  findings,
});

export const scanOf = (delivered: ScanReport, scanner = 'CodeQL') => ({
  scanner,
  report: delivered.digest,
  commit: HEAD,
  completed_at: LATER,
  producer: 'verified' as const,
});

const sampleFiles: Readonly<Record<string, string>> = {
  'controls.yaml': OWN,
  'roles.yaml': ROLES.replaceAll(/"1001", "1002"/g, `"${BOB}"`)
    .replaceAll('1003', CAROL)
    .replaceAll('9001', MACHINE),
};

/** A configuration from file texts; what is not given is as in the sample. */
export function configured(files: Readonly<Record<string, string>> = {}): Configuration {
  const encoder = new TextEncoder();
  const all = Object.entries({ ...sampleFiles, ...files });
  return readConfiguration(new Map(all.map(([path, text]) => [path, encoder.encode(text)])), knownRules);
}

/** A story about people, made up from a seed: who pushed, who worked, who said what, and when. */
export function inventedFacts(random: SeededRandom, people: readonly string[]): FactsDocument {
  const contributors = random.shuffled(people).slice(0, 1 + random.below(2));
  const reviews = Array.from({ length: random.below(8) }, () =>
    review({
      person: random.pick(people),
      state: random.pick(['approved', 'approved', 'approved', 'approved', 'changes_requested', 'commented', 'dismissed']),
      commit: random.pick([HEAD, HEAD, HEAD, HEAD, HEAD, null, 'c'.repeat(40)]),
      submitted_at: `2026-11-20T${random.pick(['09', '10', '11', '12'])}:0${random.below(3)}:00.${random.pick(['000', '500'])}Z`,
      can_push: random.below(4) > 0,
      dismissed_by: random.below(4) === 0 ? random.pick(people) : null,
    }),
  );
  const unidentified = random.below(2);
  const facts = sampleFacts({
    accounts: people.map((id) => ({ id, kind: random.pick(['human', 'human', 'human', 'human', 'bot', 'unknown']) })),
    contributors: { known: true, value: { people: contributors, unidentified, total: contributors.length + unidentified } },
    reviews: listed(reviews),
  });
  const last_push = { known: true as const, value: { at: PUSHED, person: random.pick(people) } };
  return { ...facts, change: { ...facts.change, last_push } };
}
