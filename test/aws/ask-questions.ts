import type { AwsBench } from './aws-bench.ts';
import { NotAsked, NotModelled, type Part, type Question } from './question.ts';

export type Verdict = 'as expected' | 'different' | 'not modelled here' | 'not asked' | 'failed';

export interface Reply extends Pick<Question, 'number' | 'asks'> {
  readonly verdict: Verdict;
  readonly parts: readonly Part[];
  /** Why there are no parts. */
  readonly why: string | null;
}

/** One after the other, so that a burst does not disturb the next; a question that fails does not keep the others from being asked. */
export async function askQuestions(questions: readonly Question[], bench: AwsBench): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const question of questions) replies.push(await askOne(question, bench));
  return replies;
}

async function askOne(question: Question, bench: AwsBench): Promise<Reply> {
  const { number, asks } = question;
  try {
    const parts = await question.ask(bench);
    const verdict = parts.length > 0 && parts.every(({ holds }) => holds) ? 'as expected' : 'different';
    return { number, asks, verdict, parts, why: null };
  } catch (thrown) {
    const verdict = thrown instanceof NotModelled ? 'not modelled here' : thrown instanceof NotAsked ? 'not asked' : 'failed';
    return { number, asks, verdict, parts: [], why: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}
