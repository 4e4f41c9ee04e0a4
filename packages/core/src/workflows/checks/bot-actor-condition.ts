import { normalised } from '../expressions.ts';
import { conditionsOf, jobsOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** With the suffix of a bot, or without it: `startsWith(github.actor, 'renovate')`. */
const NAME_OF_A_BOT = /\[bot\]|dependabot|renovate/i;
const BY_ACTOR = /github\.(triggering_)?actor(?!_id)\b/;

export const botActorCondition: WorkflowCheck = {
  code: 'bot-actor-condition',
  severity: 'high',
  looksFor: 'a condition on `github.actor` being a bot: it names who caused the last event, not who wrote the pull request',
  doThis: 'compare `github.event.pull_request.user.id` with the id of the bot',
  rows: [61],
  about: 'every workflow',
  find: (set) =>
    jobsOf(set).flatMap((at) =>
      conditionsOf(at)
        .filter(({ value }) => BY_ACTOR.test(normalised(value)) && NAME_OF_A_BOT.test(value))
        .map(({ line }) => ({ file: at.workflow.file, line, what: 'a person can make a bot the actor of their own change' })),
    ),
};
