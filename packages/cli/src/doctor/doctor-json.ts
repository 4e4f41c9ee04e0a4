import type { AnyExamination } from './any-examination.ts';

export function doctorJson({ repository, audit, rules, findings, invisible }: AnyExamination) {
  return {
    repository:
      repository === null
        ? null
        : { name: `${repository.owner}/${repository.repo}`, id: repository.id, branch: repository.branch },
    complete: invisible.length === 0,
    audit: audit.map(({ id, title, doThis, answer }) => ({
      id,
      title,
      verdict: answer.verdict,
      why: answer.why,
      needs: answer.verdict === 'not visible' ? answer.unseen.needs : null,
      do_this: doThis,
    })),
    rules: rules.map(({ id, title, held }) => ({
      id,
      title,
      held: held.seen ? held.value : null,
      needs: held.seen ? null : held.needs,
    })),
    findings: findings.map(({ code, severity, at, what, doThis, rows }) => ({ code, severity, at, what, do_this: doThis, rows })),
    invisible: invisible.map(({ what, why, needs }) => ({ what, why, needs })),
  };
}
