const tasks = [];

/** Has something done once all test files of this process have ended, the last one first. */
export function atEnd(task) {
  tasks.push(task);
}

export async function endAll() {
  while (tasks.length > 0) await tasks.pop()();
}
