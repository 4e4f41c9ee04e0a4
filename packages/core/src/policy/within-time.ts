import { runInThisContext } from 'node:vm';
import { timeoutFailure } from './out-of-time.ts';

const WORK = Symbol.for('proofrail.work');

/**
 * The answer of `work`, which is ended from outside where it takes longer: nothing inside a synchronous call can end it, a module of
 * WebAssembly least of all. Node has a thread for that which costs half a millisecond (a worker: as much as the whole evaluation). What
 * was ended left nothing behind that anybody uses again: every evaluation has an instance of its own.
 *
 * @throws EngineError `policy/timeout`, and what `work` throws
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const home = runInThisContext('globalThis') as Record<symbol, unknown>;
  home[WORK] = work;
  try {
    return runInThisContext(`globalThis[Symbol.for('proofrail.work')]()`, { timeout: milliseconds }) as T;
  } catch (thrown) {
    throw isTimeout(thrown) ? timeoutFailure(milliseconds) : thrown;
  } finally {
    home[WORK] = undefined;
  }
}

const isTimeout = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
