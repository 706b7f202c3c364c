import { createHasher, demoAccounts } from '@gs/auth'
import { loadPacks } from '@gs/rulepacks'
import { seedDemo } from '@gs/services/seed'
import { compose } from '../compose.ts'
import type { Env } from '../env.ts'
import { demoPassword } from './demo.ts'
import { step } from './progress.ts'

/** Invented people beside the sign-ins. */
const POPULATION = 400

/** Seeds the demo where the database holds no organisation yet. */
export async function seedIfEmpty(env: Env): Promise<void> {
  const runtime = await compose(env, { name: 'seed', poolSize: 2 })
  try {
    const { rows } = await runtime.database.pool.query('select app.all_orgs() limit 1')
    if (rows.length > 0) return
    await step('seeding the demo', async () => {
      const passwordHash = await createHasher().hash(await demoPassword(env))
      const accounts = demoAccounts({ nextId: runtime.ids.next, passwordHash })
      await seedDemo(runtime, { accounts, packs: loadPacks(), population: POPULATION })
    })
  } finally {
    await runtime.stop()
  }
}
