import type { Sha256 } from '@proofrail/core/canonical';
import { controlsOfKind, timestampOf } from '@proofrail/core/evidence';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { DeploymentOptions } from '../commands/record.ts';
import { fullCommit } from '../evidence/full-commit.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { subjectDigest } from '../evidence/subject-digest.ts';
import type { Session } from '../session.ts';
import { table } from '../terminal/table.ts';

const STATUSES = { success: 'succeeded', failure: 'failed', cancelled: 'cancelled' } as const;
const OUTCOMES = { success: 'pass', failure: 'fail', cancelled: 'error' } as const;

/** Says what runs where. Everything that was handed over is checked before the ledger is touched. */
export async function recordDeployment(options: DeploymentOptions, session: Session): Promise<Answer> {
  const digest = subjectDigest(options.image, '--image');
  const environment = environmentName(options.environment);
  const commit = fullCommit(options.commit);
  const desk = await openEvidence(options, session);
  const stream = await streamFor(options.stream, desk.store);
  const written = await desk.log(stream).append({
    kind: 'deployment',
    subject: { artifact: digest },
    evidence: {
      ...localOrigin(desk.product),
      outcome: OUTCOMES[options.status],
      environment,
      commit_sha: commit,
      control_refs: controlsOfKind('deployment', timestampOf(session.clock.now()).slice(0, 10)),
    },
    details: { ...NOTHING_SAID, environment, digest, status: STATUSES[options.status] },
  });
  const recorded = recordedAs([written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  const status = STATUSES[options.status];
  return {
    outcome: 'allow',
    json: { artifact: digest, environment, status, commit, recorded },
    text: ({ style }) => deploymentText(digest, environment, status, recorded, style.quiet),
  };
}

/** Known where a pipeline approves and measures deployments; by hand nobody says it. */
const NOTHING_SAID = {
  previous_digest: null,
  authorisation: null,
  decision: null,
  strategy: null,
  source_id: null,
  started_at: null,
  ended_at: null,
} as const;

/** A record takes plain words alone: free text could hold what may never enter a ledger. */
function environmentName(text: string): string {
  if (text.length <= 100 && /^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/.test(text)) return text;
  throw new ConfigurationError('input/not-an-environment', {
    expected: 'a plain lower-case word such as production or eu-west-1.prod',
    found: text,
    at: '--environment',
    doThis: 'name the environment as the record will name it for ever',
  });
}

function deploymentText(
  digest: Sha256,
  environment: string,
  status: string,
  recorded: Recorded,
  look: (text: string) => string,
): string {
  const lines: [string, string][] = [
    ['deployed', `${digest} to ${environment}: ${status}`],
    ['facts', 'facts given, not read'],
    ...recordedLines(recorded),
  ];
  return table(lines.map(([name, text]) => [{ text: name, look }, text]));
}
