export { counted } from './counted.ts';
export { isPlainlyNoKey } from './is-plainly-no-key.ts';
export { momentText } from './moment-text.ts';
