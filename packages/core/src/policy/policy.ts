import type { InputDocument } from '../context/index.ts';
import type { Manifest, ManifestRule } from './manifest.ts';
import type { RuleAnswer } from './rule-answer.ts';

export interface Policy {
  readonly manifest: Manifest;
  /**
   * One answer for each rule of the manifest, in its order. `bytes`: the document's canonical bytes, where the caller has made them
   * already. Throws EngineError `policy/…`.
   */
  evaluate(input: InputDocument, bytes?: Uint8Array): RuleAnswer[];
  /** What this rule answers when no other is asked: for the report on a change where asking all of them failed. Throws alike. */
  evaluateAlone(rule: ManifestRule, input: InputDocument, bytes?: Uint8Array): RuleAnswer;
}
