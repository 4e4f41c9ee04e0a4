import { bypassActors, exemptActors, machineBypass } from './checks/bypass-actors.ts';
import { checkOfAnyApp } from './checks/check-of-any-app.ts';
import { editableGate } from './checks/editable-gate.ts';
import { headGreenQueue } from './checks/head-green-queue.ts';
import { openEnvironment } from './checks/open-environment.ts';
import { productionFromAnyBranch } from './checks/production-from-any-branch.ts';
import { rulesetOnTrial } from './checks/ruleset-on-trial.ts';
import { selfApprovedEnvironment } from './checks/self-approved-environment.ts';
import { unownedPaths } from './checks/unowned-paths.ts';
import { unreportedCheck } from './checks/unreported-check.ts';
import type { PostureCheck } from './posture-check.ts';

/** Every check of settings, in the order of the table of bypasses. */
export const POSTURE_CHECKS: readonly PostureCheck[] = [
  unownedPaths,
  editableGate,
  checkOfAnyApp,
  unreportedCheck,
  rulesetOnTrial,
  bypassActors,
  exemptActors,
  machineBypass,
  headGreenQueue,
  openEnvironment,
  productionFromAnyBranch,
  selfApprovedEnvironment,
];
