import { expressionsIn, lineOfExpression, normalised } from '../expressions.ts';
import { jobsOf, stepsOf, type StepInJob } from '../jobs-of.ts';
import { around, reachingTexts } from '../reaching-texts.ts';
import type { Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** Numbers, ids and digests cannot hold a command. */
const HARMLESS_END =
  /\.(number|id|node_id|sha|before|after|head_sha|base_sha|action|state|draft|merged|private|fork|run_id|run_attempt|conclusion|merge_commit_sha)$/;
/** Whoever may start the workflow by hand or over the API writes these, whatever they are called. */
const FREE_TEXT = /^github\.event\.(inputs|client_payload)(\.|$)/;
const CONTEXT = /(?<![\w.'-])(github|inputs)((?:\.[\w*-]+)*)/g;
const NAMES_OF_OTHERS = [
  'github.head_ref',
  'github.base_ref',
  'github.ref',
  'github.ref_name',
  'github.workflow_ref',
  'github.actor',
  'github.triggering_actor',
];

export const expressionInjection: WorkflowCheck = {
  code: 'expression-injection',
  severity: 'high',
  looksFor: 'text of an outsider pasted into a script by `${{ }}`: a title or branch named `$(…)` runs as a command',
  doThis: 'hand it over in `env:` and use the variable, in quotes: "$TITLE"',
  rows: [52],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set)
      .flatMap(stepsOf)
      .flatMap((step) =>
        scriptsIn(step).flatMap((script) =>
          [...new Set(expressionsIn(script.value))]
            .filter((each) => isUntrusted(each) || handsOn(each, step))
            .map((expression) => ({
              file: step.workflow.file,
              line: lineOfExpression(expression, script, step.workflow.lines),
              what: `\${{ ${expression} }} becomes part of a script`,
            })),
        ),
      ),
};

/** Names under which actions take what they hand to a shell or interpreter: actions/github-script, over SSH, again after a failure. */
const INPUTS_THAT_RUN = ['script', 'inlinescript', 'run', 'command', 'cmd', 'entrypoint'];

function scriptsIn({ does }: StepInJob): Written<string>[] {
  if (does.kind === 'run') return [does.script];
  return [...does.inputs].flatMap(([name, value]) => (INPUTS_THAT_RUN.includes(name.toLowerCase()) ? [value] : []));
}

/** The whole of `github` or `github.event` counts too: `toJSON(github.event)` holds every title. */
function isUntrusted(expression: string): boolean {
  return [...normalised(expression).matchAll(CONTEXT)].some(([path, root]) => {
    if (root === 'inputs' || path === 'github' || NAMES_OF_OTHERS.includes(path)) return true;
    return /^github\.event(\.|$)/.test(path) && (FREE_TEXT.test(path) || !HARMLESS_END.test(path));
  });
}

/** A detour does not help: `${{ env.TITLE }}` is pasted like the title itself. */
const handsOn = (expression: string, step: StepInJob): boolean =>
  reachingTexts(`\${{ ${expression} }}`, around(step)).slice(1).flatMap(expressionsIn).some(isUntrusted);
