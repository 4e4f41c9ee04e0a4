// One of many writers to a bucket; credentials by the environment. Arguments: server, ledger, key file, how many records (Infinity: until it
// is killed), name.
import { S3Store } from '../../packages/stores/s3/src/index.ts';
import { appendAloud } from './append-aloud.ts';

const [url = '', ledger = '', keyFile = '', most = '', name = ''] = process.argv.slice(2);
await appendAloud(await S3Store.open(ledger, { endpoint: { url, pathStyle: true } }), keyFile, name, Number(most));
