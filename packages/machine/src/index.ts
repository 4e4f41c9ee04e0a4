export { consoleLogger, type TextSink } from './console-logger.ts';
export { loadSigner } from './load-signer.ts';
export { openLedger } from './open-ledger.ts';
export { randomness } from './randomness.ts';
export { readBoundedFile, type FileBounds } from './read-bounded-file.ts';
export { readProofrailFolder } from './read-proofrail-folder.ts';
export { readStandardInput } from './read-standard-input.ts';
export { systemClock } from './system-clock.ts';
export { terminalText } from './terminal-text.ts';
