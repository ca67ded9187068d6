/**
 * Commands of somebody who is faster than the line: while one is being answered the next ones wait their turn. After
 * a refusal those that wait are dropped, since they were meant for what was not to be.
 */
export function oneAtATime<Command>(run: (command: Command) => unknown) {
  let busy = false;
  let waiting: Command[] = [];
  const drain = () => {
    while (!busy && waiting.length > 0) run(waiting.shift()!);
  };
  return {
    press(command: Command): void {
      waiting.push(command);
      drain();
    },
    /** Something was sent and is being answered. */
    sent(): void {
      busy = true;
    },
    answered(done: boolean): void {
      busy = false;
      if (!done) waiting = [];
      drain();
    },
  };
}
