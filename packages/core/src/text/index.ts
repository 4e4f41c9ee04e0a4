export { counted } from './counted.ts';
export { disputedLineBreak } from './disputed-line-break.ts';
export { isPlainlyNoKey } from './is-plainly-no-key.ts';
export { momentText } from './moment-text.ts';
