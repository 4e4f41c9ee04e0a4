import { normalised } from '../expressions.ts';
import { conditionsOf, jobsOf } from '../jobs-of.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

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
        .filter(({ value }) => BY_ACTOR.test(normalised(value)) && value.includes('[bot]'))
        .map(({ line }) => ({ file: at.workflow.file, line, what: 'a person can make a bot the actor of their own change' })),
    ),
};
