// The one door into the workspace: needs nothing but the machine's Node and npm, fetches pnpm at the pinned version, installs
// from the lockfile, and runs a task on Node 24 (the actions' runtime). Usage: node tools/bootstrap.mjs <task> [arguments]
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
// Not the field "packageManager" of package.json: pnpm 12 then wants itself in the lockfile and refuses a frozen one.
const PNPM = 'pnpm@12.21.0';

const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
const results = process.env.PROOFRAIL_RESULTS ? ['--json', `--outputFile=${process.env.PROOFRAIL_RESULTS}`] : [];
// Whole in the required run, which .ci/run calls: what needs Go, Chromium or an S3 server, what takes long, the fakes themselves, and laws
// that only count over many inputs. "npm test" leaves them out, and says so, to end in under three minutes.
const required = [
  'packages/rego/',
  'packages/signers/kms/',
  'packages/stores/s3/',
  'packages/testkit/',
  'policies/bundle.test',
  'policies/declared-inputs.test',
  'policies/field-law.test',
  'policies/native-opa.test',
  'policies/same-answers.test',
  'test/act/',
  'test/attacks/',
  'test/aws/',
  'test/browser/',
  'test/cloudtrail/acknowledged.test',
  'test/cloudtrail/altered-trail.test',
  'test/countersign/',
  'test/docs/vectors.test',
  'test/e2e/[a-z-]+/inputs.test',
  'test/e2e/cli/acknowledge.test',
  'test/e2e/cli/documented-json.test',
  'test/e2e/cli/every-mistake.test',
  'test/e2e/cli/merges.test',
  'test/e2e/cli/options.test',
  'test/e2e/cli/outputs.test',
  'test/e2e/cli/policy-test.test',
  'test/e2e/cli/retention.test',
  'test/e2e/cli/seal.test',
  'test/e2e/cli/wrong-values.test',
  'test/e2e/gate-workflow/as-its-file-says/',
  'test/e2e/policy-gate/a-check-that-still-runs/fifteen-seconds.test',
  'test/e2e/policy-gate/a-rule-that-fails/endless.test',
  'test/e2e/policy-gate/answers-that-are-none/three-hundred.test',
  'test/e2e/record-evidence/a-token-that-was-erased/',
  'test/e2e/verify-digest/thousands-of-images/',
  'test/github/answers-gone-wrong.test',
  'test/infra/',
  'test/kill/',
  'test/kms/',
  'test/laws/',
  'test/ledger/at-scale.test',
  'test/ledger/crashes.test',
  'test/ledger/every-bit.test',
  'test/ledger/verify-in-parallel.test',
  'test/lengthen/',
  'test/merges/hostile-repository.test',
  'test/merges/laws.test',
  'test/s3/',
  'test/seal/outsiders.test',
  'test/seal/sealer-crashes.test',
  'test/seal/verifying.test',
  'test/shipped-workflows/rerun-script.test',
  'test/timestamp/timestamp-server.test',
  'test/tlog/',
  'test/workflows/broken-files.test',
];
// .ci/run goes through what starts the built dist/ once more on each other Node, which PROOFRAIL_NODE names. A test holds the list.
const startsDist = JSON.parse(readFileSync(`${root}/tools/starts-dist.json`, 'utf8'));
const everyDay = ['/node_modules/', '/test/bench/', '/proofrail-demo/', ...required].map(
  (path) => `--testPathIgnorePatterns=${path}`,
);
const checks = [
  'tools/build.ts',
  'tools/policies.ts',
  'tools/readme.ts',
  'tools/evidence-docs.ts',
  'tools/doctor-docs.ts',
  'tools/callers.ts',
  'tools/attack-docs.ts',
  'tools/vectors.ts',
];
const tasks = {
  install: [],
  build: [['node', ['tools/build.ts']]],
  typecheck: [['node', ['node_modules/typescript/bin/tsc', '--project', 'tsconfig.json']]],
  jest: [['node', [...JEST, ...results]]],
  rego: [['node', ['packages/rego/build.ts']]],
  lint: [
    ['node', ['node_modules/eslint/bin/eslint.js', '.']],
    ['node', ['node_modules/prettier/bin/prettier.cjs', '--check', '.']],
  ],
  check: checks.map((tool) => ['node', [tool, '--check']]),
  bench: [['node', ['test/bench/run.ts']]],
};
tasks.test = [...tasks.typecheck, ['node', [...JEST, ...results, ...everyDay]]];
tasks.required = [['node', [...JEST, ...results, ...required]]];
tasks.nodes = [['node', [...JEST, ...results, ...startsDist]]];

/** The exit code. What a quiet one says is kept until it has ended, so that it does not mix with what runs beside it. */
function run(command, args, { quiet = false } = {}) {
  const child = spawn(command, args, { cwd: root, stdio: quiet ? 'pipe' : 'inherit', env: environment });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`cannot run ${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      resolve(status ?? 1);
    });
  });
}

const environment = {
  ...process.env,
  PROOFRAIL_HOST_NODE: process.env.PROOFRAIL_HOST_NODE ?? process.execPath, // end-to-end tests run on this Node too
  NO_UPDATE_NOTIFIER: '1',
};

function endOn(code) {
  if (code !== 0) process.exit(code);
}

async function install() {
  const lock = `${root}/pnpm-lock.yaml`;
  const installed = `${root}/node_modules/.modules.yaml`;
  const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!fresh) endOn(await run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', '--prefer-offline']));
  environment.PATH = `${root}/node_modules/.bin:${process.env.PATH}`;
}

const [task, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(tasks, task ?? '')) {
  console.error(`expected one of ${Object.keys(tasks).join(', ')}; found ${task ?? 'nothing'}`);
  process.exit(2);
}
await install();
if (task === 'test') console.log(`Left to .ci/run, or to "node tools/bootstrap.mjs required":\n  ${required.join('\n  ')}`);
const steps = tasks[task].map(([command, args], index, all) => {
  const node24 = command === 'node' ? `${root}/node_modules/node24/bin/node` : command;
  return index === all.length - 1 ? [node24, [...args, ...rest]] : [node24, args];
});
// The type checker keeps one core busy and would leave the others idle, so the tests do not wait for it.
if (task === 'test') {
  const [types, tests] = steps;
  const codes = await Promise.all([run(...types, { quiet: true }), run(...tests)]);
  codes.forEach(endOn);
} else for (const step of steps) endOn(await run(...step));
