import type { Scenario } from '../state/scenario.ts';
import type { Call, CallKind, CallMatcher } from './call.ts';
import type { Fault } from './fault.ts';

export interface FakeGitHub {
  /** Where the API is: REST below it. */
  readonly url: string;
  readonly graphqlUrl: string;
  /** The scenario it was started with: change it at any time. */
  readonly state: Scenario;
  calls(): readonly Call[];
  counted(): Readonly<Record<CallKind, number>>;
  /** What a test asked for and no part of the fake knows: fields, arguments, paths. A test that ends with some proves nothing. */
  unmodelled(): readonly string[];
  /** After such a call was judged and before its answer leaves, once: the next call sees the change, this one does not. */
  after(call: CallMatcher, change: (state: Scenario) => void): void;
  inject(on: CallMatcher, fault: Fault, times?: number): void;
  close(): Promise<void>;
}
