import type { AuditFinding } from './audit-finding.ts';
import { bypassableProtection } from './bypassable-protection.ts';
import { missingSbom } from './missing-sbom.ts';
import { scansThatDoNotBlock } from './scans-that-do-not-block.ts';
import { unapprovedProduction } from './unapproved-production.ts';
import { unretainedScans } from './unretained-scans.ts';
import { untestedRollback } from './untested-rollback.ts';

/** The six findings that auditors write most often, in the order in which the doctor answers them. */
export const AUDIT_FINDINGS: readonly AuditFinding[] = [
  bypassableProtection,
  unretainedScans,
  scansThatDoNotBlock,
  unapprovedProduction,
  missingSbom,
  untestedRollback,
];
