// Asks AWS what only AWS can answer; see docs/aws-job.md. Credentials come from the environment, as aws-actions/configure-aws-credentials
// leaves them. Never part of a test run: test/aws/questions.test.ts asks a fake the same.
import { parseArgs } from 'node:util';
import { askQuestions } from './ask-questions.ts';
import { AwsBench } from './aws-bench.ts';
import { QUESTIONS } from './questions/index.ts';
import { removeBuckets } from './remove-buckets.ts';
import { replyTable } from './reply-table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    region: { type: 'string' },
    role: { type: 'string' },
    'replication-role': { type: 'string' },
    'log-key': { type: 'string' },
    only: { type: 'string', multiple: true },
    json: { type: 'boolean', default: false },
  },
});
const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
const [task = ''] = positionals;

if (!['ask', 'remove'].includes(task) || !values.region || !values.role || !accessKeyId || !secretAccessKey) {
  console.error(
    'usage: main.ts ask|remove --region REGION --role ARN [--replication-role ARN] [--log-key ARN] [--only NUMBER]… [--json]\n' +
      'with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment',
  );
  process.exit(2);
}

const bench = new AwsBench({
  region: values.region,
  endpoint: null,
  credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
  role: values.role,
  replicationRole: values['replication-role'] || null,
  logKey: values['log-key'] || null,
});

if (task === 'remove') {
  const removals = await removeBuckets(bench);
  console.log(values.json ? JSON.stringify(removals) : removals.map(({ bucket, state }) => `${bucket}: ${state}`).join('\n'));
} else {
  const asked = QUESTIONS.filter(({ number }) => values.only === undefined || values.only.includes(String(number)));
  const replies = await askQuestions(asked, bench);
  console.log(values.json ? JSON.stringify(replies) : replyTable(replies));
  // An answer that we did not expect is a result; that nothing was answered is none.
  const answered = replies.some(({ verdict }) => verdict === 'as expected' || verdict === 'different');
  process.exitCode = answered && replies.every(({ verdict }) => verdict !== 'failed') ? 0 : 1;
}
