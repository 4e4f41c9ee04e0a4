import type { Scenario } from '../state/scenario.ts';

/** What an answer is drawn from: the state as it is now, and the address under which the server is known. */
export interface View {
  readonly scenario: Scenario;
  readonly api: string;
}

export const HTML = 'https://github.com';

/** Opaque like GitHub's, and the same in REST and GraphQL. */
export const nodeId = (kind: string, id: number | string): string => Buffer.from(`${kind}:${id}`).toString('base64url');
