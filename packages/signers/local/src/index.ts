export { createLocalKey, loadLocalSigner, localSignerFromPem, type LocalSigner } from './local-signer.ts';
export { runSigner } from './run-signer.ts';
