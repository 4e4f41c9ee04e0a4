import { known, unknown, unknownOf, type Fact } from '@proofrail/core/context';
import { ConfigurationError } from '@proofrail/core/outcomes';
import { notReadable } from '../asking/github-failure.ts';
import type { GraphQlAnswer } from '../asking/graphql-answer.ts';
import { readBranchRules } from '../change/branch-rules.ts';
import { changeHead, PULL_REQUEST, type ChangeHead } from '../change/change-head.ts';
import type { ContextNode } from '../change/checks.ts';
import { readFiles } from '../change/files.ts';
import { manifestsIn } from '../change/manifests.ts';
import { readInstigators } from '../change/instigators.ts';
import { ofThisBase } from '../change/of-this-base.ts';
import { ofThisHead } from '../change/of-this-head.ts';
import { readOwnRun } from '../change/own-run.ts';
import { readPushes, type Pushes } from '../change/pushes.ts';
import { organisationFiles } from '../configuration/organisation-files.ts';
import { NO_DEMANDS, type Demands } from '../demands.ts';
import { CHANGE_DOCUMENT } from '../documents/change-document.ts';
import { listAnalyses, readAnalyses } from '../scans/code-scanning.ts';
import { readScanReports, type Scans } from '../scans/scan-reports.ts';
import { workflowsPart, type Workflows } from '../change/workflows.ts';
import type { ChangeReading } from './change-reading.ts';
import { readConnections } from './connections.ts';
import type { Collection } from './context.ts';
import { environmentOfChange } from './environment-of-change.ts';
import { policySource, type PolicySource } from './policy-source.ts';
import { readBlob } from './read-blob.ts';
import { readTwins } from './read-twins.ts';
import { lookAgain } from './second-look.ts';
import { pendingIn, waitForProducers } from './wait-for-producers.ts';
import type { WantedChange } from './wanted-change.ts';
import { allContexts, contextsIn, readContexts } from './what-ran.ts';

/**
 * One reading of a change, its head and tip read again last. Null where it waited for producers: what was read before is as old as the
 * wait, and everything has to be read anew.
 */
export async function readChange(wanted: WantedChange, collection: Collection): Promise<ChangeReading | null> {
  const { asker, run } = collection;
  const { owner, name, id } = wanted.repository;
  const [answer, ownRun] = await Promise.all([
    asker.graphql(CHANGE_DOCUMENT, variablesOf(wanted)),
    readOwnRun(asker, { owner, name, id, run: run.run.id }),
  ]);
  const head = changeHead(answer);
  requireSame(head, wanted);
  const { organisation: gate } = collection.deps;
  const [rules, organisation] = await Promise.all([
    readBranchRules(asker, { owner, name, branch: head.pullRequest.baseRefName }),
    gate === null ? () => null : organisationFiles(asker, gate, ownRun),
  ]);
  const policy = { ...policySource(answer, head, wanted, rules, gate !== null), organisation };
  const demands = demandsOf(policy, collection);

  const checked = wanted.checked ?? head.pullRequest.headRefOid;
  const where = { owner, name, commit: checked };
  const [connections, twins] = await Promise.all([
    readConnections(asker, answer, wanted),
    readTwins(asker, answer, head, { wanted, checked, needed: restsOnRuns(demands, collection) }),
  ]);
  const counted = async (ran: Promise<Fact<readonly ContextNode[]>>) =>
    ofThisHead(ofThisBase(await ran, connections.timeline), twins, { head, checked, ...demands });
  const contexts = await counted(allContexts(asker, where, contextsIn(answer, pathOf(wanted))));
  const producers = { commit: checked, repository: head.repository, ownRun: run.run.id, demands };
  if (await waitForProducers(contexts, producers, collection, () => counted(readContexts(asker, where)))) return null;
  const pending = pendingIn(contexts, producers);
  const soFar = { head, checked, rules, policy, demands, ownRun, connections, contexts, pending };

  const rest = await readRest(wanted, collection, answer, soFar);
  const manifests = manifestsIn(rest.files);
  const again = await lookAgain(asker, wanted, {
    head: head.pullRequest.headRefOid,
    files: manifests.known ? manifests.value : [],
  });
  return { ...soFar, ...rest, again };
}

type SoFar = Omit<ChangeReading, 'pushes' | 'instigators' | 'files' | 'scans' | 'analyses' | 'environment' | 'again'>;

/** What does not depend on each other is asked for at the same time. */
async function readRest(wanted: WantedChange, collection: Collection, answer: GraphQlAnswer, soFar: SoFar) {
  const { asker } = collection;
  const { head } = soFar;
  const { owner, name } = wanted.repository;
  const read = answer.part(pathOf(wanted), workflowsPart, 'contents');
  const workflows: Fact<Workflows> = read.known ? known(read.value.workflows) : read;
  const { author: opener, headRefOid } = head.pullRequest;
  const [pushes, instigators, files, found, environment] = await Promise.all([
    readPushesOf(wanted, collection, soFar),
    readInstigators(asker, { ...wanted.repository, opener, head: headRefOid, ownRun: soFar.ownRun }),
    readFiles(asker, { owner, name, number: wanted.number }, head.pullRequest.changedFiles),
    readScans(wanted, collection, soFar, workflows),
    environmentOfChange(wanted, collection, soFar, workflows),
  ]);
  return { pushes, instigators, files, ...found, environment };
}

async function readPushesOf(wanted: WantedChange, { asker }: Collection, { head, connections }: SoFar): Promise<Pushes> {
  const { pullRequest, source, repository } = head;
  const commits = new Set(connections.commits.known ? connections.commits.value.map(({ commit }) => commit.oid) : []);
  const from = source.known ? source.value : null;
  if (from === null) {
    const unseen = unknown(source.known ? 'absent' : source.why);
    return { last: unseen, pushers: unseen };
  }
  const branch = {
    owner: from.owner.login,
    name: from.name,
    branch: pullRequest.headRefName,
    head: pullRequest.headRefOid,
    fork: from.databaseId !== repository.id,
    // Once the change has landed its branch may have gone on.
    live: wanted.landed === null,
  };
  return readPushes(asker, branch, commits);
}

async function readScans(wanted: WantedChange, { asker, deps }: Collection, soFar: SoFar, judged: Fact<Workflows>) {
  const { head, checked, contexts, policy, demands, pending } = soFar;
  const { owner, name } = wanted.repository;
  const reading = async (): Promise<Scans> =>
    pending.scans.length > 0
      ? { fact: unknownOf('pending', pending.scans), reports: [] }
      : readScanReports(asker, deps.artifacts, {
          ...{ owner, name, commit: checked, repository: head.repository, contexts },
          judged,
          trusted: policy.workflows,
          sources: demands.reports,
          textOf: (blob) => readBlob(asker, { owner, name }, blob),
        });
  const { number, queueBranch } = wanted;
  const about = { checked, head: head.pullRequest.headRefOid, testMerge: head.testMerge, queueBranch };
  const [scans, listed] = await Promise.all([reading(), listAnalyses(asker, { owner, name, number, ...about })]);
  const analyses = await readAnalyses(asker, { owner, name }, listed);
  return analyses.known
    ? { scans, analyses: analyses.value }
    : { scans: { fact: unknownOf(analyses.why, ['code scanning']), reports: [] }, analyses: [] };
}

const restsOnRuns = ({ checks, reports, gate }: Demands, { deps }: Collection): boolean =>
  checks.length > 0 || reports.length > 0 || (gate !== null && deps.environment !== null);

const variablesOf = ({ repository, number, checked, configured }: WantedChange) => ({
  owner: repository.owner,
  name: repository.name,
  number,
  elsewhere: checked !== null,
  checked,
  pinned: configured !== null,
  configured,
});

/** Where the document has the commit that checks and scans have to be about. */
const pathOf = ({ checked }: WantedChange) =>
  checked === null ? [...PULL_REQUEST, 'judged', 'nodes', 0, 'commit'] : ['repository', 'elsewhere'];

/** The name in a payload may by now be somebody else's: the number that came with it is not. */
function requireSame({ repository, pullRequest }: ChangeHead, wanted: WantedChange): void {
  if (repository.id !== wanted.repository.id)
    throw notReadable(`the repository ${wanted.repository.id}`, repository.id, 'contents');
  if (pullRequest.number !== wanted.number) throw notReadable('the pull request asked for', 'another one', 'pull-requests');
}

function demandsOf(policy: PolicySource, { deps }: Collection): Demands {
  try {
    return deps.demandsOf(policy.configuration(), policy.organisation());
  } catch (thrown) {
    if (thrown instanceof ConfigurationError) return NO_DEMANDS;
    throw thrown;
  }
}
