import { usesOf } from '../jobs-of.ts';
import { gateJobsAndTheirNeeds } from '../required-jobs.ts';
import type { Use, Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** What an input says where it asks for nothing. */
const NO_CACHE = ['', 'false'];
/** `cache`, `cache-from`, `enable-cache`, `bundler-cache`; not what a cache would be called, or leave out. */
const ASKS = /^(cache|cache-from|(?!skip-|no-|disable-)[\w-]+-cache)$/i;
/** Actions that restore a cache unless this input says otherwise. */
const UNASKED: readonly (readonly [RegExp, string, string])[] = [
  [/^actions\/setup-go$/i, 'cache', 'false'],
  [/^astral-sh\/setup-uv$/i, 'enable-cache', 'false'],
  [/^gradle\/(actions\/setup-gradle|gradle-build-action)$/i, 'cache-disabled', 'true'],
  [/^golangci\/golangci-lint-action$/i, 'skip-cache', 'true'],
];

export const cacheInGate: WorkflowCheck = {
  code: 'cache-in-gate',
  severity: 'high',
  looksFor: 'a cache restored in the job of the gate: another workflow may have written it (TanStack)',
  doThis: 'remove the cache: the gate brings all that it runs',
  rows: [59],
  about: 'required checks',
  find: (set) =>
    gateJobsAndTheirNeeds(set).flatMap((at) =>
      usesOf(at).flatMap(({ does }) =>
        restores(does).map(({ line }) => ({ file: at.workflow.file, line, what: `job "${at.job.id}" restores a cache` })),
      ),
    ),
};

function restores({ uses, inputs }: Use): Written<string>[] {
  const [name = ''] = uses.value.split('@');
  if (/cache/i.test(name)) return [uses];
  const asked = [...inputs].flatMap(([input, value]) => (ASKS.test(input) && !NO_CACHE.includes(value.value) ? [value] : []));
  if (asked.length > 0) return asked.slice(0, 1);
  const unasked = UNASKED.some(([action, input, off]) => action.test(name) && inputs.get(input)?.value !== off);
  return unasked ? [uses] : [];
}
