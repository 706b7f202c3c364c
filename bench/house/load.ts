export interface Measured {
  readonly perSecond: number
  /** Milliseconds that 95 of 100 took at most. */
  readonly p95: number
  readonly done: number
}

export interface Load {
  readonly lanes?: number
  readonly seconds?: number
  readonly warmUpSeconds?: number
}

/** Repeats the work in so many lanes at once and measures after a warm-up; each lane gets its number. */
export async function measure(work: (lane: number) => Promise<unknown>, load: Load = {}): Promise<Measured> {
  const { lanes = 8, seconds = 5, warmUpSeconds = 2 } = load
  const run = async (duration: number): Promise<number[]> => {
    const took: number[] = []
    const end = performance.now() + duration * 1000
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        while (performance.now() < end) {
          const since = performance.now()
          await work(lane)
          took.push(performance.now() - since)
        }
      }),
    )
    return took
  }
  await run(warmUpSeconds)
  const since = performance.now()
  const took = await run(seconds)
  const elapsed = (performance.now() - since) / 1000
  took.sort((a, b) => a - b)
  return { perSecond: took.length / elapsed, p95: took[Math.floor(took.length * 0.95)] ?? 0, done: took.length }
}
