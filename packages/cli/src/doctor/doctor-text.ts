import type { Page } from '../answer.ts';
import { counted } from '@proofrail/core/text';
import { shown } from '../terminal/shown.ts';
import { table } from '../terminal/table.ts';
import type { AnyExamination } from './any-examination.ts';
import { auditBlock } from './audit-block.ts';
import { findingsBlock } from './findings-block.ts';
import { invisibleBlock } from './invisible-block.ts';

/** The six audit findings first, then rules, then every other finding, then what nobody could see, then one line that counts. */
export function doctorText(examination: AnyExamination, page: Page): string {
  const { repository } = examination;
  const head =
    repository === null
      ? 'workflow files alone'
      : `${shown(`${repository.owner}/${repository.repo}`)}, branch ${shown(repository.branch)}`;
  const blocks = [
    page.style.strong(head),
    auditBlock(examination.audit, page),
    rulesBlock(examination, page),
    findingsBlock(examination.findings, page),
    invisibleBlock(examination.invisible, page),
    conclusion(examination, page),
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function rulesBlock({ rules }: AnyExamination, { style, columns }: Page): string {
  if (rules.length === 0) return '';
  const rows = rules.map(({ title, held }) => [
    !held.seen
      ? { text: 'not visible', look: style.caution }
      : held.value
        ? { text: 'held', look: style.good }
        : { text: 'missing', look: style.bad },
    title,
  ]);
  return `${style.strong('Rules of the importable ruleset')}\n${table(rows, { indent: 2, ...(columns === undefined ? {} : { columns }) })}`;
}

function conclusion({ audit, rules, findings, invisible }: AnyExamination, { style }: Page): string {
  const found = audit.filter(({ answer }) => answer.verdict === 'found').length;
  const missing = rules.filter(({ held }) => held.seen && !held.value).length;
  const bad = [
    ...(found === 0 ? [] : [`${found} of ${counted(audit.length, 'audit finding')}`]),
    ...(missing === 0 ? [] : [`${counted(missing, 'rule')} missing`]),
    ...(findings.length === 0 ? [] : [counted(findings.length, 'finding')]),
  ];
  const unseen = invisible.length === 0 ? '' : `; ${counted(invisible.length, 'thing')} not visible`;
  if (bad.length > 0) return style.bad(bad.join(', ')) + unseen;
  return unseen === ''
    ? style.good('nothing found, and everything was visible')
    : `${style.caution('nothing found in what was visible')}${unseen}: this is no clean bill`;
}
