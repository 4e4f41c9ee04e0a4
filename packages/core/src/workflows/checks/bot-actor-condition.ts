import { normalised } from '../expressions.ts';
import { conditionsOf, jobsOf, scriptsOf, type StepInJob } from '../jobs-of.ts';
import type { Script, Written } from '../workflow.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** With the suffix of a bot, or without it: `startsWith(github.actor, 'renovate')`. */
const NAME_OF_A_BOT = /\[bot\]|dependabot|renovate/i;
const BY_ACTOR = /github\.(triggering_)?actor(?!_id)\b|github\.event\.sender\.login\b|\bGITHUB_(TRIGGERING_)?ACTOR\b/i;
/** Of dependabot, dependabot-preview, renovate and github-actions: an id names the same wrong person. */
const ID_OF_A_BOT = /\b(49699333|27856297|29139614|41898282)\b/;
const BY_ACTOR_ID = /github\.actor_id\b|github\.event\.sender\.id\b|\bGITHUB_ACTOR_ID\b/i;
/** Any bot will do here. */
const BY_KIND = /github\.event\.sender\.type\s*==\s*'bot'/;

export const botActorCondition: WorkflowCheck = {
  code: 'bot-actor-condition',
  severity: 'high',
  looksFor:
    'a condition on `github.actor`, or the sender of the event, being a bot: it names who caused the last event, not who wrote the pull request',
  doThis: 'compare `github.event.pull_request.user.id` with the id of the bot',
  rows: [61],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap((at) =>
      [...conditionsOf(at).filter(({ value }) => asksForBot(value)), ...scriptsOf(at).flatMap(testsForBot)].map(({ line }) => ({
        file: at.workflow.file,
        line,
        what: 'a person can make a bot the actor of their own change',
      })),
    ),
};

function asksForBot(text: string): boolean {
  const condition = normalised(text);
  return (
    (BY_ACTOR.test(condition) && NAME_OF_A_BOT.test(text)) ||
    (BY_ACTOR_ID.test(condition) && ID_OF_A_BOT.test(text)) ||
    BY_KIND.test(condition)
  );
}

/** A line of a script that compares: the name alone may be for a message or a commit. */
const testsForBot = ({ does: { script } }: StepInJob<Script>): Written<string>[] =>
  script.value.split('\n').some((line) => /\[\[? |\btest |\bcase |==|-eq/.test(line) && asksForBot(line)) ? [script] : [];
