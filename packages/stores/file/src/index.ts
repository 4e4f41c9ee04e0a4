export { FileStore, type FileStoreOptions } from './file-store.ts';
export { verifyInParallel } from './verify-in-parallel.ts';
