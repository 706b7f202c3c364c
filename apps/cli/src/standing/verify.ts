import { runTool } from '@gs/runtime/tool'
import { summaryOf, verifyStandings } from '@gs/services/verification'

/** `standing verify`: recomputes every standing, checks chains and invariants; a line a difference, exit status 1 if any. */
export const runVerify = (): Promise<number> =>
  runTool('verify', async (runtime) => {
    const found = await verifyStandings(runtime)
    for (const difference of found.differences)
      process.stdout.write(
        `standing of holding ${difference.holdingId} (person ${difference.personId}), ${difference.field}: stored ${JSON.stringify(difference.stored)}, computed ${JSON.stringify(difference.computed)}\n`,
      )
    for (const breach of found.breaches)
      process.stdout.write(`${breach.invariant} (${breach.statement}): ${breach.subject}, ${breach.found}\n`)
    process.stdout.write(`${summaryOf(found, runtime.clock.today())}\n`)
    return found.differences.length + found.breaches.length > 0 ? 1 : 0
  })
