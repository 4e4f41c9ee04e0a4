export { decide } from './decide.ts';
export type { Decision, DecisionConfig, RuleMode, RuleResult, RuleStatus } from './decision.ts';
export { compileModule } from './compile-module.ts';
export { loadPolicy } from './load-policy.ts';
export { manifest, type Manifest, type ManifestRule } from './manifest.ts';
export type { Policy } from './policy.ts';
export type { PolicyBundle } from './policy-bundle.ts';
export { renderReason } from './render-reason.ts';
export type { AnswerStatus, Reason, RuleAnswer } from './rule-answer.ts';
