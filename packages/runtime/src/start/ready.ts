import { setTimeout as wait } from 'node:timers/promises'
import { OperatorFault } from '../fault.ts'

const PATIENCE_MS = 30_000

/** Waits until the app on the port answers 200 at `/readyz`. */
export async function untilReady(name: string, port: number): Promise<void> {
  const until = performance.now() + PATIENCE_MS
  let said = 'no answer'
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (answer?.ok) return
    said = answer ? await answer.text() : said
    await wait(100)
  }
  throw new OperatorFault(`The ${name} does not become ready: ${said}`)
}
