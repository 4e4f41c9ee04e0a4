// One writer of the kill test on a bucket; credentials by the environment. Arguments: server, ledger, key file, name.
import { S3Store } from '../../packages/stores/s3/src/index.ts';
import { appendForEver } from './append-for-ever.ts';

const [url = '', ledger = '', keyFile = '', name = ''] = process.argv.slice(2);
await appendForEver(await S3Store.open(ledger, { endpoint: { url, pathStyle: true } }), keyFile, name);
