// One writer of the kill test. Arguments: ledger, key file, name.
import { FileStore } from '@proofrail/store-file';
import { appendAloud } from './append-aloud.ts';

const [directory = '', keyFile = '', name = ''] = process.argv.slice(2);
await appendAloud(await FileStore.open(directory), keyFile, name);
