import { createHasher, demoAccounts, setDemoPassword } from '@gs/auth'
import { loadPacks } from '@gs/rulepacks'
import { seedDemo } from '@gs/services/seed'
import { compose, type Runtime } from '../compose.ts'
import type { Env } from '../env.ts'
import { demoPassword, demoPasswordChanged, keepDemoPassword } from './demo.ts'
import { step } from './progress.ts'

/** Invented people beside the sign-ins. */
const POPULATION = 400

/** Seeds the demo where the database holds no organisation yet, and gives its accounts the password that is printed. */
export async function seedIfEmpty(env: Env): Promise<void> {
  const runtime = await compose(env, { name: 'seed', poolSize: 2 })
  try {
    const { rows } = await runtime.database.pool.query('select app.all_orgs() limit 1')
    if (rows.length === 0) await step('seeding the demo', () => seed(env, runtime))
    else if (await demoPasswordChanged(env)) await setDemoPassword(runtime.database, await hashOf(env))
    await keepDemoPassword(env)
  } finally {
    await runtime.stop()
  }
}

const hashOf = async (env: Env): Promise<string> => createHasher().hash(await demoPassword(env))

async function seed(env: Env, runtime: Runtime): Promise<void> {
  const accounts = demoAccounts({ nextId: runtime.ids.next, passwordHash: await hashOf(env) })
  await seedDemo(runtime, { accounts, packs: loadPacks(), population: POPULATION })
}
