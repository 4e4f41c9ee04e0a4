import { sha256 } from '../canonical/digest.ts';
import { compileModule } from './compile-module.ts';
import { ALL_RULES, RULE_ALONE } from './entrypoints.ts';
import { engineFailure } from './engine-failure.ts';
import { evaluateModule } from './evaluate-module.ts';
import { TIME_LIMITS } from './out-of-time.ts';
import type { Policy } from './policy.ts';
import type { PolicyBundle } from './policy-bundle.ts';
import { withinTime } from './within-time.ts';
import { readAnswer, readAnswers } from './read-answers.ts';

/**
 * Compiles the bundle's module once; every evaluation gets an instance of its own, so nothing of one decision reaches the next.
 * Throws EngineError `policy/…`: a module that is not the one the manifest describes is not even compiled.
 */
export async function loadPolicy({ wasm, manifest }: PolicyBundle, limits = TIME_LIMITS): Promise<Policy> {
  const found = sha256(wasm);
  if (found !== manifest.policy) throw engineFailure('digest-mismatch', manifest.policy, found);
  const module = await compileModule(wasm);
  return {
    manifest,
    evaluate: (input, bytes) => {
      const ask = (): unknown => evaluateModule(module, { entrypoint: ALL_RULES }, input, bytes);
      const isSmall = bytes !== undefined && bytes.length < limits.from;
      return readAnswers(isSmall ? ask() : withinTime(limits.together, ask), manifest);
    },
    evaluateAlone: (rule, input, bytes) => {
      const question = { entrypoint: RULE_ALONE, data: { asked: rule.id } };
      return readAnswer(
        withinTime(limits.alone, () => evaluateModule(module, question, input, bytes)),
        rule,
      );
    },
  };
}
