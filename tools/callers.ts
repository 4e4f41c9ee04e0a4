import { readFileSync, writeFileSync } from 'node:fs';
import { organisationWorkflow } from './callers/organisation-workflow.ts';

// Makes the workflows that an organisation has of its own out of ours; with --check it compares instead.

const FOLDER = 'examples/callers/organisation';
/** Where each of them lies: what judges beside the controls, what seals in a repository of its own. */
const MADE = {
  'gate.yml': `${FOLDER}/.github/workflows`,
  'merge-verifier.yml': `${FOLDER}/.github/workflows`,
  'seal.yml': `${FOLDER}/sealing-repository/.github/workflows`,
};
const check = process.argv.includes('--check');
const [, pin = ''] = /gate\.yml(@.*)/.exec(readFileSync('.github/workflows/required-gate.yml', 'utf8')) ?? [];

for (const [name, folder] of Object.entries(MADE)) {
  const text = organisationWorkflow(name, readFileSync(`.github/workflows/${name}`, 'utf8'), pin);
  const file = `${folder}/${name}`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) throw new Error(`${file} is not what tools/callers.ts makes: run it`);
}
console.log(`${Object.keys(MADE).length} workflows of ${FOLDER} ${check ? 'agree' : 'written'}`);
