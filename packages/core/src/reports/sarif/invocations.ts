import type { JsonCursor } from '../../documents/index.ts';
import { statedLevel, type Level } from './level.ts';
import { LevelOverrides } from './level-overrides.ts';
import type { Rule, RuleIndex } from './rule-index.ts';

/** How the tool was run (3.20): whether it ended well, and what its command line changed about the rules. */
export class Invocations {
  readonly #invocations: readonly JsonCursor[];
  readonly #notifications: readonly JsonCursor[];
  readonly #overrides: readonly LevelOverrides[];

  constructor(run: JsonCursor, driver: JsonCursor | null, rules: RuleIndex) {
    this.#invocations = run.objects('invocations') ?? [];
    this.#notifications = driver?.objects('notifications') ?? [];
    this.#overrides = this.#invocations.map((invocation) => new LevelOverrides(invocation, rules));
  }

  get count(): number {
    return this.#invocations.length;
  }

  /**
   * Most tools write no invocation; one that does has to call it successful (3.20.14), and an error met on the way means that
   * something was not scanned (3.20.21, 3.20.22). An exit code is no verdict: scanners use it for findings. A process that never started,
   * or that a signal ended, came to no end of its own, whatever it calls itself.
   */
  endedWell(): boolean {
    return this.#invocations.every(
      (invocation) =>
        invocation.boolean('executionSuccessful') === true && !wasCutShort(invocation) && !this.#met(invocation, 'error'),
    );
  }

  /** The level that the command line gave the rule of a result, if it did. */
  levelFor(result: JsonCursor, rule: Rule | null): Level | null {
    if (this.#overrides.every(({ isEmpty }) => isEmpty)) return null;
    const named = result.object('provenance')?.integer('invocationIndex') ?? -1;
    // Without a number a single invocation is meant: nothing else can have produced the result.
    const overrides = this.#overrides[named < 0 && this.#overrides.length === 1 ? 0 : named];
    return overrides?.levelOf(result, rule) ?? null;
  }

  #met(invocation: JsonCursor, level: Level): boolean {
    const lists = ['toolExecutionNotifications', 'toolConfigurationNotifications'] as const;
    return lists.some((name) => (invocation.objects(name) ?? []).some((one) => this.#levelOf(one) === level));
  }

  /** A notification inherits its level like a result (3.58.6). */
  #levelOf(notification: JsonCursor): Level {
    const reference = notification.object('descriptor');
    const id = reference?.text('id') ?? null;
    const descriptor =
      this.#notifications[reference?.integer('index') ?? -1] ??
      this.#notifications.find((one) => id !== null && one.text('id') === id);
    return statedLevel(notification) ?? statedLevel(descriptor?.object('defaultConfiguration') ?? null) ?? 'warning';
  }
}

/** 3.20.10 to 3.20.12: members that are absent unless a signal ended the process, or it could not be started. */
const wasCutShort = (invocation: JsonCursor): boolean =>
  (invocation.text('exitSignalName') ?? '') !== '' ||
  (invocation.integer('exitSignalNumber') ?? 0) !== 0 ||
  (invocation.text('processStartFailureMessage') ?? '') !== '';
