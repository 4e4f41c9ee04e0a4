import { sha256 } from '@proofrail/core/canonical';
import { readConfiguration } from '@proofrail/core/controls';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { askedByHand, collectFacts, demandsOf, type Collected, type DeliveredReport } from '@proofrail/github';
import { readBundle } from '@proofrail/policies';
import type { Answer } from '../answer.ts';
import type { FactsOptions } from './declare-facts.ts';
import { openGitHub, type OpenGitHub } from '../github/open-github.ts';
import { patience } from '../github/patience.ts';
import { withKnownToken } from '../github/with-known-token.ts';
import type { Session } from '../session.ts';
import { shown } from '../terminal/shown.ts';
import { factsJson } from './facts-json.ts';
import { factsLayout } from './facts-layout.ts';
import { factsText } from './facts-text.ts';
import { placeFiles, requireFree } from './place-files.ts';
import { pullRequestName, type PullRequestName } from './pull-request-name.ts';
import { requireOurs } from './require-ours.ts';

/** Reads one change as the gate would and keeps everything that judges it again. Nothing is written before everything is read. */
export async function recordFacts(subject: string, options: FactsOptions, session: Session): Promise<Answer> {
  const pullRequest = pullRequestName(subject);
  const layout = factsLayout(options.out);
  if (options.overwrite === true) requireOurs(layout);
  else requireFree(layout);
  const { api, artifacts } = await openGitHub(options.apiUrl, session);
  const github = { api: withKnownToken(api), artifacts };
  session.logger.progress(`asking GitHub about ${shown(subject)}`);
  const collected = await collect(pullRequest, runId(options.run), github, session);
  const reports = new Map(collected.reports.map((report) => [fileName(report), report.bytes]));
  const policy = policyOf(collected);
  placeFiles(layout, {
    facts: `${JSON.stringify(collected.facts, null, 2)}\n`,
    reports,
    configuration: policy.files,
  });
  const recorded = { layout, collected, reports: [...reports.keys()], policy };
  return { outcome: 'allow', json: factsJson(recorded), text: (page) => factsText(recorded, page) };
}

async function collect(
  { owner, name, number }: PullRequestName,
  run: string | null,
  { api, artifacts }: OpenGitHub,
  { clock }: Session,
): Promise<Collected> {
  const waiting = patience(clock);
  const asked = await askedByHand({ owner, name, number, run }, api, waiting);
  const { manifest } = readBundle();
  const [collected] = await collectFacts(asked.subject, asked.run, api, {
    ...waiting,
    artifacts,
    demandsOf: (files) => demandsOf(readConfiguration(files, manifest)),
    organisation: null,
    environment: null,
    waitMinutes: 0,
  });
  if (collected === undefined) throw new Error('a pull request is one change');
  return collected;
}

/** Facts without a policy are facts: the gate that judges them says what is wrong with it. */
function policyOf(collected: Collected) {
  try {
    return { files: collected.configuration(), problem: null };
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return { files: null, problem: thrown };
    throw thrown;
  }
}

/** The name inside the artifact is the uploader's; the digest is what the facts say. */
const fileName = ({ bytes, name }: DeliveredReport): string =>
  `${sha256(bytes).slice('sha256:'.length)}${/\.json$/i.test(name) ? '.json' : '.sarif'}`;

function runId(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^[1-9][0-9]{0,14}$/.test(text)) return text;
  throw new ConfigurationError('facts/run', {
    expected: 'the number of a workflow run',
    found: text,
    at: '--run',
    doThis: 'take it from the address of the run, …/actions/runs/<number>',
  });
}
