import { html, type Markup, type Part } from '../html/html.ts';
import type { Environment } from '../report-model.ts';
import { actor } from './actor.ts';
import { brief } from './code.ts';
import { counted } from './counted.ts';
import { definition } from './definition.ts';
import { moment } from './moment.ts';
import { readFact } from './read-fact.ts';

/** What stood before the environment of the job, and who let this run pass it. */
export function environmentBlock(environment: Environment): Markup {
  const { name, approvals } = environment;
  return html`<details>
    <summary>Environment: ${name}</summary>
    <dl class="facts">
      ${definition(
        'Reviewers',
        readFact(environment.requiredReviewers, (count) => `${counted(count, 'reviewer')} required`),
      )}
      ${definition(
        'Self-review',
        readFact(environment.preventSelfReview, (prevented) => (prevented ? 'prevented' : 'possible')),
      )}
      ${definition(
        'Admins',
        readFact(environment.adminsBypass, (can) => (can ? 'can bypass the protection' : 'cannot bypass the protection')),
      )}
      ${definition(
        'Waiting',
        readFact(environment.waitMinutes, (minutes) => counted(minutes, 'minute')),
      )}
      ${definition(
        'Branches',
        readFact(environment.branches, (branches) => BRANCHES[branches] ?? branches),
      )}
      ${definition(
        'Gate before',
        readFact(environment.decision, ({ conclusion, commit, run }) => html`${conclusion} on ${brief(commit)}, run ${run}`),
      )}
      ${definition('Deployer', readFact(environment.deployer, actor))}
      ${definition('Started by', readFact(environment.triggeredBy, actor))}
      ${definition('Approvals', readFact(approvals, approvalList))}
    </dl>
  </details>`;
}

const BRANCHES: Readonly<Record<string, string>> = {
  protected: 'protected branches only',
  custom: 'branches by a list of its own',
  all: 'every branch may deploy',
};

const approvalList = (all: Extract<Environment['approvals'], { known: true }>['value']): Part =>
  all.length === 0
    ? html`<span class="absent">none</span>`
    : all.map(
        ({ person, state, after, before }) =>
          html`<p>
            ${actor(person)} ${state}, between ${moment(after)} and ${moment(before)}
            <span class="quiet">derived: the platform gives no time</span>
          </p>`,
      );
