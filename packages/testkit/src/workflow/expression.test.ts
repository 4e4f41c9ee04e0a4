import { describe, expect, it } from '@jest/globals';
import { evaluate, holds, interpolate } from './expression.ts';

const contexts = {
  inputs: { ledger: 'file:proofrail-ledger', attachments: '', 'role-to-assume': 'arn' },
  needs: { decide: { result: 'failure', outputs: { digest: 'sha256:aa' } }, intent: { result: 'skipped', outputs: null } },
  github: { sha: 'abc', run_attempt: 1, event: { number: 41 } },
};
const value = (expression: string) => evaluate(expression, contexts, 'success');

describe('an expression of a workflow', () => {
  it.each([
    ["inputs.ledger == 'file:proofrail-ledger' && inputs.attachments == ''", true],
    ["inputs.ledger != 'file:proofrail-ledger'", false],
    ["inputs.ledger == 'FILE:proofrail-LEDGER'", true],
    ['github.event.pull_request.head.sha || github.sha', 'abc'],
    ["inputs.attachments && 'never' || 'else'", 'else'],
    ['inputs.role-to-assume', 'arn'],
    ["needs.intent.outputs.ledger != ''", false],
    ["!(needs.decide.result == 'success')", true],
    ["'it''s'", "it's"],
    ['github.run_attempt == 1', undefined],
  ])('%s', (expression, expected) => {
    if (expected === undefined) expect(() => value(expression)).toThrow('does not understand');
    else expect(value(expression)).toBe(expected);
  });

  it.each([
    'inputs.legder',
    'needs.decide.outputs.diggest',
    'needs.decide',
    'secrets.TOKEN',
    "contains(inputs.ledger, 's3')",
    'hashFiles()',
    "inputs.ledger == 'x' inputs.ledger",
    '(inputs.ledger',
    'inputs.ledger ==',
    '',
  ])('is refused, not guessed: %s', (expression) => expect(() => value(expression)).toThrow(/harness|single value/));

  it('stands in a text, where nothing is empty', () => {
    expect(interpolate('a-${{ github.run_attempt }}-${{ needs.intent.outputs.ledger }}.', contexts)).toBe('a-1-.');
  });
});

describe('a condition', () => {
  it.each([
    [undefined, true, false],
    ['always()', true, true],
    ['failure()', false, true],
    ["inputs.attachments == ''", true, false],
    ["always() && inputs.attachments == ''", true, true],
    ["always() && inputs.attachments != ''", false, false],
  ])('%s', (condition, afterSuccess, afterFailure) => {
    const found = (['success', 'failure'] as const).map((standing) => holds(condition, contexts, standing));
    expect(found).toEqual([afterSuccess, afterFailure]);
  });
});
