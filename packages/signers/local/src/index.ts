export { createLocalKey, loadLocalSigner, type LocalSigner } from './local-signer.ts';
