import type { JsonCursor } from '../../documents/index.ts';
import { statedLevel, type Level } from './level.ts';
import { ruleIdIn, type Rule, type RuleIndex } from './rule-index.ts';

/** The levels that a command line gave to rules (3.20.5, 3.51). */
export class LevelOverrides {
  /** Under its name stands a part of a rule, and one that nobody lists. */
  readonly #levels = new Map<Rule | string, Level>();

  constructor(invocation: JsonCursor, rules: RuleIndex) {
    for (const override of invocation.objects('ruleConfigurationOverrides') ?? []) {
      const level = statedLevel(override.object('configuration'));
      const descriptor = override.object('descriptor');
      const id = descriptor?.text('id') ?? null;
      const rule = rules.find(descriptor, descriptor?.integer('index') ?? -1, id);
      const key = id === null || rule?.id === id ? rule : id;
      if (level !== null && key !== null) this.#levels.set(key, level);
    }
  }

  get isEmpty(): boolean {
    return this.#levels.size === 0;
  }

  levelOf(result: JsonCursor, rule: Rule | null): Level | null {
    return this.#levels.get(ruleIdIn(result) ?? '') ?? (rule === null ? null : (this.#levels.get(rule) ?? null));
  }
}
