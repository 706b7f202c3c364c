const REMIND_MS = 10_000

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`

/** Says what is under way, reminds every ten seconds that it still is, and says how long it took. */
export async function step<T>(what: string, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  say(`  … ${what}`)
  const reminder = setInterval(() => say(`  … ${what}, ${seconds(since)} so far`), REMIND_MS)
  try {
    const result = await work()
    say(`  ✓ ${what} (${seconds(since)})`)
    return result
  } finally {
    clearInterval(reminder)
  }
}

/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** A line that is no progress: on the other channel, so that a command's own output stays clean. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`)
}
