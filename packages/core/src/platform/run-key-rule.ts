import * as v from 'valibot';
import { commitId, platformId, text } from '../facts/words.ts';
import { textDigest, type TextDigest } from '../canonical/text-digest.ts';
import { RUNNER_ENVIRONMENTS } from './platform-claims.ts';
import type { ReceiptClaims } from './platform-receipt.ts';

/** Which runs may sign with a key that lives for one run alone. */
export const runKeyRule = v.strictObject({
  issuer: text(255),
  repository_id: platformId,
  /** Whole references, compared letter by letter: a pattern would let any commit of a fork network in (gate.md row 57). */
  job_workflow_ref: v.pipe(v.array(text(1024)), v.minLength(1, 'at least one workflow')),
  /** Commits of that file; null: whatever the reference meant at that time. */
  job_workflow_sha: v.nullable(v.pipe(v.array(commitId), v.minLength(1, 'at least one commit, or null'))),
  /** null: any. On a self-hosted runner an earlier job may still be there (gate.md row 64). */
  runner_environment: v.nullable(v.picklist(RUNNER_ENVIRONMENTS)),
});

export type RunKeyRule = Readonly<v.InferOutput<typeof runKeyRule>>;

/** By the claims as a receipt keeps them, which outlive the token: a reference is compared by its digest. */
export function admits(rule: RunKeyRule, claims: ReceiptClaims): boolean {
  return (
    rule.issuer === claims.iss &&
    rule.repository_id === claims.repository_id &&
    rule.job_workflow_ref.some((reference) => isSame(textDigest(reference), claims.job_workflow_ref)) &&
    (rule.job_workflow_sha === null || rule.job_workflow_sha.includes(claims.job_workflow_sha)) &&
    (rule.runner_environment === null || rule.runner_environment === claims.runner_environment)
  );
}

const isSame = (a: TextDigest, b: TextDigest): boolean => a.sha256 === b.sha256 && a.length === b.length;
