import { addRepository, merge, moveBranch, type SoundChange } from '@proofrail/testkit';
import { append, slotKey } from '@proofrail/core/ledger';
import { verifyLedger } from '@proofrail/core/verification';
import { asThePushTells } from '../../github/queued.ts';
import { approveAgain } from '../../github/run-again.ts';
import { ledgerOn, record, sevenRecords, STREAM } from '../../ledger/small-ledger.ts';
import { bill, decision, HEAD, intent, MINUTE, START } from '../../../packages/audit/test/records.ts';
import type { Answer, Attack } from '../attack.ts';
import { answerAboutTheImage } from '../surfaces/about-the-image.ts';
import { answerOfTheReport } from '../surfaces/answer-of-the-report.ts';
import { onSettings } from '../surfaces/on-settings.ts';
import { onTheGate } from '../surfaces/on-the-gate.ts';
import { onTheLedger } from '../surfaces/on-the-ledger.ts';

const OTHER = 'c'.repeat(40);
/** Somebody else's run, long after: silence is looked at as far as the ledger goes. */
const LATER = decision({}, { at: START + 50 * MINUTE, run: '9000002' });

function fromAFork({ scenario, repository, pullRequest, author }: SoundChange): void {
  const fork = addRepository(scenario, { owner: author.login, name: repository.name, parent: repository, visibility: 'public' });
  moveBranch(scenario, fork, pullRequest.head.branch, pullRequest.head.commit, author.id);
  pullRequest.head = { ...pullRequest.head, repository: fork.id };
}

/**
 * A bucket with versions, in which somebody may delete: a marker over the newest slot, and something else written there. Over S3's own
 * protocol, and with the policy that refuses it, in packages/stores/s3/test/attacks.
 */
async function rewritten(by: 'a delete marker first' | 'appending'): Promise<Answer> {
  const { signer, store, last, receipts, trust } = await sevenRecords();
  if (by === 'appending') await append(ledgerOn(store, signer), STREAM, await record(8, signer));
  else {
    const key = slotKey(STREAM, last.slot);
    store.hide(key);
    await store.create(key, new TextEncoder().encode('another tail'));
  }
  const { outcome, findings } = await verifyLedger(store, { trust, receipts });
  return { outcome: outcome === 'allow' ? 'allow' : 'deny', says: findings.map(({ code }) => code) };
}

export const DEPLOY_AND_EVIDENCE: readonly Attack[] = [
  {
    row: 65,
    attack: 'One commit was approved, the image of another is deployed',
    leaves: 'The link from digest to commit is what archive-sbom claims, until provenance is verified.',
    ending: 'prevented',
    answered: { by: 'verify-digest', with: 'image/not-decided' },
    seenRed: 'with any decision taken for one about the commit in digest-allowed.ts',
    attacked: () => answerAboutTheImage([decision(), bill(OTHER)]),
    untouched: () => answerAboutTheImage([decision(), bill(HEAD)]),
  },
  onSettings({
    row: 66,
    attack: 'An environment is for protected branches only, and no branch is protected',
    check: 'open-environment',
    spoil: (settings) => {
      settings.rules = [];
      settings.branch = { protected: false };
    },
  }),
  onSettings({
    row: 67,
    attack: 'Whoever started the deployment approves it',
    leaves: 'No rule of the gate compares the approver with whoever started the run; the record holds both.',
    check: 'self-approved-environment',
    live: 'An administrator who passes an environment by',
    spoil: ({ environments }) =>
      void environments.push({
        name: 'staging',
        protection_rules: [{ type: 'required_reviewers', prevent_self_review: false }],
      }),
  }),
  {
    row: 68,
    attack: 'An attestation is deleted after it served',
    ending: 'waiting',
    waitsFor: 'verified provenance: until an image’s attestation is archived with its trusted root, nothing here reads one',
  },
  {
    row: 69,
    attack: 'The run is cancelled after its decision and before its record',
    ending: 'detected',
    answered: { by: 'audit report', with: 'missing-result' },
    seenRed: 'with intents not followed up in missing-results.ts',
    attacked: () => answerOfTheReport([intent(), LATER]),
    untouched: () => answerOfTheReport([intent(), decision(), LATER]),
  },
  onTheLedger({
    row: 70,
    attack: 'Another workflow of the repository writes a record that looks like the gate’s',
    answer: 'record/signature',
    seenRed: 'with job_workflow_ref not compared in run-key-rule.ts',
    claims: { job_workflow_ref: 'acme/payments/.github/workflows/evil.yml@refs/heads/main' },
  }),
  {
    row: 71,
    attack: 'A delete marker over a record makes its key free again',
    ending: 'detected',
    answered: { by: 'ledger verifier', with: 'slot/second-version' },
    seenRed: 'with markers and second versions passed over in inventory.ts',
    attacked: () => rewritten('a delete marker first'),
    untouched: () => rewritten('appending'),
  },
  onTheGate({
    row: 72,
    attack: 'A fork’s pull request, which cannot write evidence, is merged without its approvals',
    ending: 'detected',
    answer: 'approvals.quorum: awaiting-review',
    seenRed: 'with a push taken for one that brought nothing in collect-facts.ts',
    live: 'What a fork’s run may do',
    given: (change) => {
      fromAFork(change);
      approveAgain(change);
    },
    attacker: (change) => {
      change.pullRequest.reviews.length = 0;
      merge(change, change.platform);
    },
    honest: (change) => void merge(change, change.platform),
    asked: asThePushTells,
  }),
];
