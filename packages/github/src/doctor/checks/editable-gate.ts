import type { PostureCheck } from '../posture-check.ts';
import { isGateName, isGatePath, requiredContexts, requiredWorkflowPaths } from '../required-contexts.ts';
import { fromSight } from '../sight.ts';

export const editableGate: PostureCheck = {
  code: 'editable-gate',
  severity: 'medium',
  looksFor: 'a gate that is required by its name alone: a change can edit the workflow that judges it',
  doThis:
    'require the gate as a workflow of an organisation ruleset, pinned by commit; until then code owners on .github and the merge verifier',
  rows: [17],
  find: (sights) =>
    fromSight(sights.rules, (rules) => {
      if (requiredWorkflowPaths(rules).some(isGatePath)) return [];
      const named = requiredContexts(sights).filter(({ context }) => isGateName(context));
      return named.map(({ context }) => ({
        at: `required check "${context}"`,
        what: 'its workflow lies in the repository that it judges',
      }));
    }),
};
