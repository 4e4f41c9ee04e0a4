import { sha256 } from '@proofrail/core/canonical';
import type { FactsDocument } from '@proofrail/core/context';
import { sarif } from './sarif.ts';

export const HEAD = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
export const DIGEST = `sha256:${'d'.repeat(64)}`;

/** The people of the stories, by the platform's numeric id. */
export const ADA = '1001'; // writes the change
export const GRACE = '1002'; // security
const EDSGER = '1003'; // platform

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** Everything that a step of the gate finds: facts, reports by file name, and the files of `.proofrail/`. */
export interface Change {
  readonly facts: FactsDocument;
  readonly reports: Readonly<Record<string, string>>;
  readonly configuration: Readonly<Record<string, string>>;
}

/** A change that keeps every control. Each story takes it and breaks one thing. */
export function soundChange(): Change {
  const reports = { 'semgrep.sarif': sarif('Semgrep'), 'gitleaks.sarif': sarif('Gitleaks'), 'checkov.sarif': sarif('Checkov') };
  return { facts: soundFacts(reports), reports, configuration: CONFIGURATION };
}

/** The same change with other scan reports, and facts that name them. */
export function withReports(change: Change, reports: Change['reports']): Change {
  return { ...change, reports, facts: { ...change.facts, scans: soundFacts(reports).scans } };
}

export function withFacts(change: Change, facts: Partial<FactsDocument>): Change {
  return { ...change, facts: { ...change.facts, ...facts } };
}

function soundFacts(reports: Change['reports']): FactsDocument {
  return {
    schema: 'proofrail.facts/v1',
    read_at: ago(1),
    platform: 'github',
    repository: { id: '700001', name: 'acme/payments' },
    run: { id: '9000001', attempt: 1, event: 'pull_request', workflow: '.github/workflows/gate.yml' },
    change: {
      kind: 'pull_request',
      number: 7,
      head: { commit: HEAD, branch: 'feature/refunds', repository_id: '700001' },
      base: { commit: BASE, branch: 'main' },
      checked: HEAD,
      landed: null,
      merge_queue: { known: true, value: false },
      last_push: { known: true, value: { at: ago(120), person: ADA } },
    },
    accounts: [ADA, GRACE, EDSGER].map((id) => ({ id, kind: 'human' as const })),
    contributors: { known: true, value: { people: [ADA], unidentified: 0, total: 1 } },
    reviews: { known: true, value: { items: [approval(GRACE, 60), approval(EDSGER, 50)], total: 2 } },
    checks: { known: true, value: { items: [], total: 0 } },
    scans: {
      known: true,
      value: {
        items: Object.entries(reports).map(([name, text]) => ({
          scanner: name.replace('.sarif', ''),
          report: sha256(text),
          commit: HEAD,
          completed_at: ago(30),
          producer: 'verified' as const,
        })),
        total: Object.keys(reports).length,
      },
    },
    images: {
      known: true,
      value: { items: [{ reference: `registry.example/payments@${DIGEST}`, file: 'deploy/app.yaml', line: 12 }], total: 1 },
    },
    files: { known: true, value: { items: [{ path: 'deploy/app.yaml', previous: null }], total: 1 } },
    threads: { known: true, value: { total: 1, resolved: 1, security: 0, openings: [] } },
    tickets: { known: true, value: { items: [{ reference: 'PAY-311' }], total: 1 } },
    environment: null,
  };
}

export const approval = (person: string, minutesAgo: number) =>
  ({
    person,
    state: 'approved',
    commit: HEAD,
    submitted_at: ago(minutesAgo),
    can_push: true,
    dismissed_by: null,
    previous_state: null,
  }) as const;

const CONFIGURATION = {
  'controls/iso27001.yaml': `A.8.32:
  title: Change Management
  pipeline:
    branch_protection: [main]
    approvals: {min: 2, roles: [security, platform]}
    artifacts: {immutable: true}
  evidence: {retention_years: 7}
`,
  'roles.yaml': `roles:
  security: ["${GRACE}"]
  platform: ["${EDSGER}"]
`,
};
