import { readFacts, requireTimely, type FactsDocument } from '@proofrail/core/context';
import { readConfiguration } from '@proofrail/core/controls';
import type { UnreadChange } from '@proofrail/core/gate';
// Not from an area's index, here and below: a gate without a ledger should load none.
import { judgeChange } from '@proofrail/core/gate/judge-change';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { loadPolicy, outcomeOf, type Manifest, type Policy } from '@proofrail/core/policy';
import { MOST_BYTES, readBoundedFile, readProofrailFolder, readStandardInput } from '@proofrail/machine';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import type { GateOptions } from './declare-gate.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import type { GateAnswer } from './gate-answer.ts';
import { gateJson } from './gate-json.ts';
import { gateText } from './gate-text.ts';
import { handedReports } from './handed-reports.ts';

/** Judges one change, records that first, and only then answers (design §11, line 8). */
export async function runGate(asked: GateOptions, session: Session): Promise<Answer> {
  if (asked.ledger === 'none') refuseWhatNeedsLedger(asked);
  const options = await withRole(asked, session);
  const bundle = readBundle();
  const loading = loadPolicy(bundle);
  loading.catch(() => undefined); // thrown to whoever judges
  const request = requestOf(options, bundle.manifest, session.clock.now());
  const answer: GateAnswer =
    options.ledger === 'none'
      ? { ...(await judged(request, loading, session)), manifest: bundle.manifest }
      : {
          ...(await (await import('./gate-and-record.ts')).gateAndRecord(request, await loading, options, session)),
          manifest: bundle.manifest,
        };
  return {
    outcome: outcomeOf(answer.judgement.decision),
    get json() {
      return gateJson(answer); // once it is asked for: a job that prints text has no use for it
    },
    text: (page) => gateText(answer, page),
  };
}

/** Reads the rest while the policy is being compiled. */
async function judged(request: UnreadChange, policy: Promise<Policy>, { clock }: Session): Promise<Omit<GateAnswer, 'manifest'>> {
  const change = { ...request, configuration: request.configuration(), reports: request.reports() };
  return { judgement: judgeChange(change, await policy, Math.floor(clock.now() / 1000)), recorded: null, retention: null };
}

/** Only facts are read at once: what else cannot be used is recorded as a denial, so that breaking it leaves a trace. */
function requestOf({ facts: file, report = [], reports, config }: GateOptions, manifest: Manifest, now: number): UnreadChange {
  const facts = factsFrom(file);
  requireTimely(facts, now, placeOf(file));
  return {
    facts,
    source: 'given',
    configuration: () => readConfiguration(readProofrailFolder(config), manifest),
    reports: () => handedReports({ files: report, folder: reports ?? null }, facts),
  };
}

/** Whoever names one believes that something is recorded, signed or looked up. */
const OF_A_LEDGER = {
  saveReceipt: '--save-receipt',
  key: '--key',
  attachments: '--attachments',
  identities: '--identities',
  s3Endpoint: '--s3-endpoint',
  s3PathStyle: '--s3-path-style',
  roleToAssume: '--role-to-assume',
  roleAudience: '--role-audience',
} as const satisfies Partial<Record<keyof GateOptions, string>>;

function refuseWhatNeedsLedger(asked: GateOptions): void {
  const found = Object.entries(OF_A_LEDGER).find(([name]) => asked[name as keyof typeof OF_A_LEDGER] !== undefined);
  if (found === undefined) return;
  throw new ConfigurationError('cli/conflicting-option', {
    expected: 'a ledger',
    found: `--ledger none with ${found[1]}`,
    at: 'the command line',
    doThis: `leave out ${found[1]}, or name a ledger: without one nothing is recorded`,
  });
}

function factsFrom(file: string): FactsDocument {
  const limit = { most: MOST_BYTES.facts };
  return readFacts(file === '-' ? readStandardInput(limit) : readBoundedFile(file, limit), placeOf(file));
}

const placeOf = (file: string): string => (file === '-' ? 'standard input' : file);
