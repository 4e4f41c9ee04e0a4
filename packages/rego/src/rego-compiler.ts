import { UnavailableError } from '@proofrail/core/outcomes';
import { ask } from './child/ask.ts';
import type { Rejected } from './diagnostic.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { defaultLocation } from './location.ts';
import type { BuildRequest, BuildResult, Built } from './operations/build.ts';
import type { Capabilities, CapabilitiesResult } from './operations/capabilities.ts';
import type { CheckRequest, CheckResult } from './operations/check.ts';
import type { EvaluateRequest, EvaluateResult } from './operations/evaluate.ts';
import type { FormatResult } from './operations/format.ts';
import type { InspectResult } from './operations/inspect.ts';
import type { TestRequest, TestResult } from './operations/test.ts';
import type { PolicySources } from './policy-sources.ts';

export interface RegoCompilerOptions {
  /** The folder with `compiler.wasm.br` and `run.mjs`, if it is not where `defaultLocation` looks. */
  readonly location?: URL;
  readonly limits?: Partial<Limits>;
}

/** OPA itself, without an `opa` binary: each request runs in a process of its own, where a policy can neither reach us nor hold us up. */
export class RegoCompiler {
  readonly #location: URL;
  readonly #limits: Limits;

  constructor(options: RegoCompilerOptions = {}) {
    this.#location = options.location ?? defaultLocation();
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
  }

  async build(request: BuildRequest): Promise<BuildResult> {
    const answer = await this.#ask<(Omit<Built, 'wasm'> & { readonly wasm: string }) | Rejected>('build', request);
    return answer.kind === 'rejected' ? answer : { ...answer, wasm: Buffer.from(answer.wasm, 'base64') };
  }

  check(request: CheckRequest): Promise<CheckResult> {
    return this.#ask('check', request);
  }

  test(request: TestRequest): Promise<TestResult> {
    return this.#ask('test', request);
  }

  format(request: PolicySources): Promise<FormatResult> {
    return this.#ask('format', request);
  }

  /** By OPA's own evaluator: what the shipped module must agree with. */
  evaluate(request: EvaluateRequest): Promise<EvaluateResult> {
    return this.#ask('evaluate', request);
  }

  inspect(request: PolicySources): Promise<InspectResult> {
    return this.#ask('inspect', request);
  }

  /** All that this OPA version can do; a project strikes from it what it forbids. */
  async capabilities(regoVersion: 'v0' | 'v1' = 'v1'): Promise<Capabilities> {
    const { capabilities } = await this.#ask<CapabilitiesResult>('capabilities', { regoVersion });
    return capabilities;
  }

  async #ask<Answer extends { readonly kind: string }>(operation: string, request: object): Promise<Answer> {
    const answer = await ask(JSON.stringify({ ...request, operation }), this.#location, this.#limits);
    try {
      // The shape is a fact of the program whose digest was checked, not of the policy it read.
      return JSON.parse(answer) as Answer;
    } catch (cause) {
      throw new UnavailableError('rego/broken-answer', {
        expected: 'one JSON document from the Rego compiler',
        found: `${answer.length} characters that are not`,
        at: this.#location.href,
        doThis: 'report it with the policy that caused it',
        cause,
      });
    }
  }
}
