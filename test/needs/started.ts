import { afterAll, beforeAll } from '@jest/globals';

const START_MILLISECONDS = 240_000; // three attempts of a minute, on a machine that does other things too

/** Something that runs while the tests of a block do: started before the first of them, ended after the last. */
export function started<Running>(
  name: string,
  start: () => Promise<Running>,
  end: (running: Running) => Promise<void>,
): () => Running {
  let running: Running | undefined;
  beforeAll(async () => {
    running = await start();
  }, START_MILLISECONDS);
  afterAll(async () => {
    if (running !== undefined) await end(running);
  });
  return () => {
    if (running === undefined) throw new Error(`${name} has not started`);
    return running;
  };
}
