import { compose, type Runtime } from '../compose.ts'
import { messageOf, OperatorFault } from '../fault.ts'
import { envOrExit } from '../process/index.ts'
import { attachDatabase } from './attach.ts'

/**
 * Runs one command of the shell on the product's ports and answers its exit status; whatever the operator can mend is
 * one line on standard error and status 1.
 */
export async function runTool(name: string, work: (runtime: Runtime) => Promise<number>): Promise<number> {
  const env = envOrExit()
  try {
    const database = await attachDatabase(env)
    try {
      const runtime = await compose({ ...env, databaseAppUrl: database.appUrl }, { name, poolSize: 4 })
      try {
        return await work(runtime)
      } finally {
        await runtime.stop()
      }
    } finally {
      await database.stop()
    }
  } catch (error) {
    if (!(error instanceof OperatorFault)) throw error
    process.stderr.write(`${messageOf(error)}\n`)
    return 1
  }
}
