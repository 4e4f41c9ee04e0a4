import { createHash } from 'node:crypto';

/** Nothing may load, run or be sent: the one style sheet is allowed by its hash, and there is no script. */
export function contentSecurityPolicy(stylesheet: string): string {
  const digest = createHash('sha256').update(stylesheet).digest('base64');
  return `default-src 'none'; style-src 'sha256-${digest}'; img-src data:; base-uri 'none'; form-action 'none'`;
}
