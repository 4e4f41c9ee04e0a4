export { createLocalKey, loadLocalSigner, localSignerFromPem, type LocalSigner } from './local-signer.ts';
