import type { FactsDocument } from '@proofrail/core/context';
import type { ScanReport } from '@proofrail/core/reports';
import {
  AT,
  finding,
  HEAD,
  inventedFacts,
  ALICE,
  BOB,
  CAROL,
  listed,
  report,
  sampleFacts,
  scanOf,
} from '../../packages/core/src/context/test/sample-change.ts';
import type { SeededRandom } from '../../packages/core/src/context/test/seeded-random.ts';
import { SCANNERS } from './generated-registry.ts';

export { AT };

/** A change and the reports of its scanners: most of it in order, so that some of it is allowed. */
export function generatedDelivery(random: SeededRandom): { readonly facts: FactsDocument; readonly reports: ScanReport[] } {
  const reports = Array.from({ length: 1 + random.below(3) }, (_, number) => generatedReport(random, `report ${number}`));
  reports.push(report('secrets', [], 'Gitleaks'), report('iac', [], 'Checkov'));
  const scans = reports.map((each) => ({
    ...scanOf(each, each.tools[0]?.name),
    producer: random.below(8) === 0 ? ('unverified' as const) : ('verified' as const),
  }));
  return { facts: generatedFacts(random, scans), reports };
}

function generatedReport(random: SeededRandom, name: string): ScanReport {
  const tool = random.below(30) === 0 ? 'acme-scan' : random.pick(['Semgrep', ...SCANNERS]);
  const found = random.below(4) === 0 ? [finding(random.below(9), { tool, severity: random.pick(['critical', 'low']) })] : [];
  const whole = report(name, found, tool);
  if (random.below(3) > 0) return whole;
  const unlisted = random.below(2) === 0 && found.length === 0 ? { tools: [tool], rules: 0 } : null;
  return { ...whole, result: { known: false, why: 'unusable' }, unlisted };
}

type Scans = Extract<FactsDocument['scans'], { known: true }>['value']['items'];

function generatedFacts(random: SeededRandom, scans: Scans): FactsDocument {
  const facts = random.below(3) === 0 ? inventedFacts(random, [ALICE, BOB, CAROL]) : inOrder(random);
  const { change } = facts;
  const deployment = random.below(4) === 0;
  return {
    ...facts,
    change: {
      ...change,
      kind: deployment ? 'deployment' : 'pull_request',
      landed: deployment ? HEAD : null,
      base: { ...change.base, branch: random.pick(['develop', 'develop', 'develop', 'main']) },
    },
    scans: listed(scans),
    images: listed(random.below(3) > 0 ? [] : [{ reference: random.pick([PINNED, 'app:1']), file: 'deploy.yaml', line: 1 }]),
    files: listed([{ path: random.pick(['src/main.ts', 'src/main.ts', '.proofrail/roles.yaml']), previous: null }]),
    checks: listed([
      {
        name: 'test',
        app_id: '15368',
        workflow: null,
        commit: HEAD,
        conclusion: random.pick(['success', 'success', 'failure']),
        attempt: 1,
      },
    ]),
  };
}

const PINNED = `app@sha256:${'0'.repeat(64)}`;

/** Alice's change, approved by Bob and Carol. */
const inOrder = (random: SeededRandom): FactsDocument => sampleFacts(random.below(2) === 0 ? {} : { reviews: listed([]) });
