type Task = () => unknown;

const tasks: Task[] = [];

/** Has something done once all test files of this process have ended, the last one first. */
export function atEnd(task: Task): void {
  tasks.push(task);
}

export async function endAll(): Promise<void> {
  for (let task = tasks.pop(); task; task = tasks.pop()) await task();
}
