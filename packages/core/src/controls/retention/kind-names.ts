/** The kinds of evidence by name: a registry speaks of them, and what they are made of stands in `evidence/kinds.ts`. */
export const KIND_NAMES = [
  'run.intent',
  'policy.decision',
  'change.approval',
  'change.merged',
  'change.bypass',
  'scan.result',
  'sbom',
  'deployment',
  'finding.acknowledged',
  'key.event',
  'issuer.keys',
  'input.refused',
  'record.refused',
] as const;

export type KindName = (typeof KIND_NAMES)[number];

export const isKindName = (text: string): text is KindName => KIND_NAMES.some((name) => name === text);
