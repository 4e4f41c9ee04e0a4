import { describeWith, type Need } from './describe-with.ts';
import { started } from './started.ts';

export interface RealServer<Running> extends Need {
  readonly start: (program: string) => Promise<Running>;
}

/** Tests on a server that others wrote, one for each file. */
export function describeRealServer<Running extends { stop(): Promise<void> }>(
  server: RealServer<Running>,
  name: string,
  tests: (running: () => Running) => void,
): void {
  const { name: kind, path, start } = server;
  describeWith(server, name, () =>
    tests(
      started(
        kind,
        () => start(path),
        (running) => running.stop(),
      ),
    ),
  );
}
