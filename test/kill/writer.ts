// One writer of the kill test. Arguments: ledger, key file, name.
import { FileStore } from '@proofrail/store-file';
import { appendForEver } from './append-for-ever.ts';

const [directory = '', keyFile = '', name = ''] = process.argv.slice(2);
await appendForEver(await FileStore.open(directory), keyFile, name);
