import * as v from 'valibot';
import { REQUIRED_CHECKS, type BranchRule } from './reads/branch-rules.ts';
import type { ClassicProtection } from './reads/classic-protection.ts';
import type { Sights } from './sights.ts';

export interface RequiredContext {
  readonly context: string;
  /** The app that alone may report it; null where anybody may. */
  readonly app: number | null;
}

const WORKFLOWS = v.looseObject({ workflows: v.array(v.looseObject({ path: v.string(), sha: v.optional(v.string()) })) });

/** Required checks as far as they are visible. */
export function requiredContexts({ rules, classic }: Pick<Sights, 'rules' | 'classic'>): RequiredContext[] {
  return [...(rules.seen ? contextsOfRules(rules.value) : []), ...(classic.seen ? contextsOfClassic(classic.value) : [])];
}

export const contextsOfRules = (rules: readonly BranchRule[]): RequiredContext[] =>
  rules
    .filter(({ type }) => type === 'required_status_checks')
    .flatMap(({ parameters }) => {
      const read = v.safeParse(REQUIRED_CHECKS, parameters);
      if (!read.success) return []; // readBranchRules takes such rules for unread
      return read.output.required_status_checks.map(({ context, integration_id: app }) => ({ context, app }));
    });

/** -1 is how classic protection says "any app"; older servers list the names alone, as `contexts`, and then any app will do. */
export function contextsOfClassic(classic: ClassicProtection | null): RequiredContext[] {
  const { checks = [], contexts = [] } = classic?.required_status_checks ?? {};
  const named = checks.map(({ context, app_id: app }) => ({ context, app: app === -1 ? null : app }));
  const alone = contexts.filter((context) => !checks.some((check) => check.context === context));
  return [...named, ...alone.map((context) => ({ context, app: null }))];
}

/** Workflows that a ruleset runs from another repository: the change under judgement cannot alter them (gate.md 4.1). */
export const requiredWorkflowPaths = (rules: readonly BranchRule[]): string[] =>
  rules
    .filter(({ type }) => type === 'workflows')
    .flatMap(({ parameters }) => {
      const read = v.safeParse(WORKFLOWS, parameters);
      return read.success ? read.output.workflows.map(({ path }) => path) : [];
    });

/** `gate`, or `<caller job> / gate`: the name is frozen (decisions.md, The workflow). */
export const isGateName = (context: string): boolean => /(^|\/ )gate$/.test(context);
export const isGatePath = (path: string): boolean => /(^|\/)(required-)?gate\.ya?ml$/.test(path);
