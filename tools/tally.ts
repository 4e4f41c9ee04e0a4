// Adds up jest's result files into the one closing line of .ci/run. A test that one run skipped and another ran counts once, as run.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

type Status = 'passed' | 'failed' | 'pending' | 'todo' | 'skipped' | 'disabled';
interface JestResults {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: 'passed' | 'failed';
    readonly assertionResults: readonly { readonly fullName: string; readonly status: Status }[];
  }[];
}

const [failedStages = '0', ...files] = process.argv.slice(2);
const verdicts = new Map<string, 'passed' | 'failed' | 'skipped'>();

function note(test: string, status: Status): void {
  const verdict = status === 'passed' || status === 'failed' ? status : 'skipped';
  const before = verdicts.get(test) ?? 'skipped';
  verdicts.set(test, before === 'failed' || verdict === 'skipped' ? before : verdict);
}

for (const file of files) {
  const { testResults } = JSON.parse(await readFile(file, 'utf8')) as JestResults;
  for (const suite of testResults) {
    const place = path.relative(process.cwd(), suite.name);
    // A suite that does not even load has no assertions, yet it failed.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) note(place, 'failed');
    suite.assertionResults.forEach((result, index) => note(`${place} ${index} ${result.fullName}`, result.status));
  }
}

const tally = (wanted: string): number => [...verdicts.values()].filter((verdict) => verdict === wanted).length;
const skipped = [...verdicts].filter(([, verdict]) => verdict === 'skipped').map(([test]) => test);
if (skipped.length > 0) console.log(`skipped:\n  ${skipped.join('\n  ')}`);
const passed = tally('passed');
const failed = tally('failed') + Number(failedStages);
console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
