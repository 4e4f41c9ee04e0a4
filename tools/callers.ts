import { readFileSync, writeFileSync } from 'node:fs';
import { organisationWorkflow } from './callers/organisation-workflow.ts';

// Makes the workflows of an organisation's gate out of our own; with --check it compares instead.

const FOLDER = 'examples/callers/organisation/.github/workflows';
const check = process.argv.includes('--check');
const [, pin = ''] = /gate\.yml(@.*)/.exec(readFileSync('.github/workflows/required-gate.yml', 'utf8')) ?? [];

for (const name of ['gate.yml', 'merge-verifier.yml']) {
  const text = organisationWorkflow(name, readFileSync(`.github/workflows/${name}`, 'utf8'), pin);
  const file = `${FOLDER}/${name}`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) throw new Error(`${file} is not what tools/callers.ts makes: run it`);
}
console.log(`2 workflows of ${FOLDER} ${check ? 'agree' : 'written'}`);
