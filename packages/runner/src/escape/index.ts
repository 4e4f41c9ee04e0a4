export { cutText } from './cut-text.ts';
export { logText } from './log-text.ts';
export { markdownCode } from './markdown-code.ts';
export { markdownText } from './markdown-text.ts';
export { visibleControls } from './visible-controls.ts';
