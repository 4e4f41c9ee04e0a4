import type { Sha256 } from '@proofrail/core/canonical';
import { environmentWord, recordDeployment as leaveEvidence } from '@proofrail/core/gate';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { DeploymentOptions } from './declare-record.ts';
import { fullCommit } from '../evidence/full-commit.ts';
import { localOrigin } from '../evidence/local-origin.ts';
import { openEvidence } from '../evidence/open-evidence.ts';
import { recordedAs, type Recorded } from '../evidence/recorded.ts';
import { recordedLines } from '../evidence/recorded-lines.ts';
import { saveReceipt } from '../evidence/save-receipt.ts';
import { streamFor } from '../evidence/stream-for.ts';
import { subjectDigest } from '../evidence/subject-digest.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { table } from '../terminal/table.ts';

/** Says what runs where. Everything that was handed over is checked before the ledger is touched. */
export async function recordDeployment(asked: DeploymentOptions, session: Session): Promise<Answer> {
  const options = await withRole(asked, session);
  const digest = subjectDigest(options.image, '--image');
  const environment = environmentName(options.environment);
  const commit = fullCommit(options.commit);
  const desk = await openEvidence(options, session);
  const stream = await streamFor(options.stream, desk.store);
  const { status, written } = await leaveEvidence(
    { artifact: digest, environment, end: options.status, commit, origin: localOrigin(desk.product), at: session.clock.now() },
    desk.log(stream),
  );
  const recorded = recordedAs([written], desk.madeKey);
  saveReceipt(recorded.receipt, options.saveReceipt);
  return {
    outcome: 'allow',
    json: { artifact: digest, environment, status, commit, recorded },
    text: ({ style }) => deploymentText(digest, environment, status, recorded, style.quiet),
  };
}

function environmentName(text: string): string {
  const word = environmentWord(text);
  if (word !== null) return word;
  throw new ConfigurationError('input/not-an-environment', {
    expected: 'a plain word such as production or eu-west-1.prod',
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
