import { sha256 } from '@proofrail/core/canonical';
import type { Manifest } from '@proofrail/core/policy';
import type { Verification } from '@proofrail/core/verification';

/** Of no rule. */
export const MANIFEST: Manifest = { version: 1, opa: '1', policy: sha256(''), capabilities: sha256(''), rules: [] };

/** Of a ledger in a folder in which nothing is wrong, without a trust file. */
export const VERIFIED: Verification = {
  outcome: 'allow',
  trust: { kind: 'none' },
  order: 'not sealed: order rests on the folder',
  ledger: 'file:ledger',
  assurance: 'local',
  streams: [],
  receipts: 0,
  since: null,
  waiting: 0,
  seal: { state: 'none' },
  findings: [],
};
