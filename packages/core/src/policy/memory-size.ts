import { engineFailure } from './engine-failure.ts';

const PAGE = 65_536;
/** About 90,000 findings. The evaluation needs about 9.5 times the input's bytes (toolchain.md 2). */
const MAX_INPUT_BYTES = 32 * 1024 * 1024;

/**
 * Pages for one evaluation. All at once, because growing in small steps costs four times the wall clock at 30,000 findings
 * (848 → 226 ms, toolchain.md 2); capped, because a comprehension without a bound would take all of the machine's memory.
 */
export function memorySize(inputBytes: number): WebAssembly.MemoryDescriptor {
  if (inputBytes > MAX_INPUT_BYTES)
    throw engineFailure('input-too-large', `at most ${MAX_INPUT_BYTES} bytes of input`, String(inputBytes));
  const initial = 16 + Math.ceil((12 * inputBytes) / PAGE);
  return { initial, maximum: 2 * initial + 256 };
}
