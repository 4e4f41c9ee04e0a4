import { expressionsIn, lineOfExpression, normalised, withoutTexts } from '../expressions.ts';
import type { WorkflowCheck } from '../workflow-check.ts';

/** `secrets` without the name of one behind it: `toJSON(secrets)`, `secrets[matrix.name]`, `secrets.*`. */
const ALL = /(?<![\w.'-])secrets(?!\s*\.\s*[a-z_]|[\w-])/;

export const allSecretsAtOnce: WorkflowCheck = {
  code: 'all-secrets-at-once',
  severity: 'high',
  looksFor:
    '`toJSON(secrets)` or a secret by computed name: the runner gets every secret of the repository, and so does what it is handed to',
  doThis: 'name each secret where it is used: `${{ secrets.DEPLOY_KEY }}`',
  rows: [63],
  about: 'every workflow',
  find: ({ workflows }) =>
    workflows.flatMap(({ file, templates, lines }) =>
      templates.flatMap((template) =>
        [...new Set(expressionsIn(template.value).filter((each) => ALL.test(withoutTexts(normalised(each)))))].map(
          (expression) => ({
            file,
            line: lineOfExpression(expression, template, lines),
            what: `\${{ ${expression} }} is every secret of the repository`,
          }),
        ),
      ),
    ),
};
