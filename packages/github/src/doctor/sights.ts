import type { WorkflowExamination } from '@proofrail/core/workflows';
import type { ArtifactRetention } from './reads/artifact-retention.ts';
import type { BranchRule } from './reads/branch-rules.ts';
import type { ClassicProtection } from './reads/classic-protection.ts';
import type { CodeOwnersError } from './reads/code-owners.ts';
import type { Environment } from './reads/environments.ts';
import type { ReportedChecks } from './reads/reported-checks.ts';
import type { Repository } from './reads/repository.ts';
import type { Ruleset } from './reads/rulesets.ts';
import type { Rollback } from './rollback.ts';
import type { Sight } from './sight.ts';

/** Everything that the doctor looked at, each thing seen or with the reason why not. */
export interface Sights {
  readonly repository: Repository;
  readonly rules: Sight<readonly BranchRule[]>;
  readonly rulesets: Sight<readonly Ruleset[]>;
  readonly classic: Sight<ClassicProtection | null>;
  readonly environments: Sight<readonly Environment[]>;
  readonly retention: Sight<ArtifactRetention>;
  readonly workflows: Sight<WorkflowExamination>;
  readonly reported: Sight<ReportedChecks>;
  readonly codeOwners: Sight<readonly CodeOwnersError[] | null>;
  readonly rollback: Sight<Rollback>;
}
