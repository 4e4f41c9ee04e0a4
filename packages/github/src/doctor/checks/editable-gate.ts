import { aboutContexts } from '../about-contexts.ts';
import type { PostureCheck } from '../posture-check.ts';
import { isGateName, isGatePath, requiredWorkflowPaths } from '../required-contexts.ts';
import { seen } from '../sight.ts';

export const editableGate: PostureCheck = {
  code: 'editable-gate',
  severity: 'medium',
  looksFor: 'a gate that is required by its name alone: a change can edit the workflow that judges it',
  doThis:
    'require the gate as a workflow of an organisation ruleset, pinned by commit; until then code owners on .github and the merge verifier',
  rows: [17],
  find(sights) {
    const { rules } = sights;
    if (rules.seen && requiredWorkflowPaths(rules.value).some(isGatePath)) return seen([]);
    return aboutContexts(sights, (contexts) =>
      contexts
        .filter(({ context }) => isGateName(context))
        .map(({ context }) => ({
          at: `required check "${context}"`,
          what: 'its workflow lies in the repository that it judges',
        })),
    );
  },
};
