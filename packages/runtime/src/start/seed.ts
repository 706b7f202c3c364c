import { createHasher, demoAccounts, setDemoPassword } from '@gs/auth'
import { loadPacks } from '@gs/rulepacks'
import { unpublishedPacks } from '@gs/services/packs'
import { seedDemo } from '@gs/services/seed'
import { compose, type Runtime } from '../compose.ts'
import type { Env } from '../env.ts'
import { demoPassword, demoPasswordChanged, keepDemoPassword } from './demo.ts'
import { step, warn } from './progress.ts'

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

/**
 * Says in one line where an organisation has not published packs of this version. They are not published by
 * themselves: a rule change must not reach people unseen.
 */
export async function tellOfNewPacks(env: Env): Promise<void> {
  const runtime = await compose(env, { name: 'packs', poolSize: 1 })
  try {
    const waiting = (await unpublishedPacks(runtime)).filter(
      ({ unpublished, casesMissing, credentialsMissing }) =>
        unpublished.length + casesMissing + credentialsMissing.length > 0,
    )
    if (waiting.length > 0)
      warn(
        `  ! rule packs of this version are not published yet in ${waiting.map(({ slug }) => slug).join(', ')}: see npm run -s packs -- publish --org all --dry-run`,
      )
  } finally {
    await runtime.stop()
  }
}

const hashOf = async (env: Env): Promise<string> => createHasher().hash(await demoPassword(env))

async function seed(env: Env, runtime: Runtime): Promise<void> {
  const accounts = demoAccounts({ nextId: runtime.ids.next, passwordHash: await hashOf(env) })
  await seedDemo(runtime, { accounts, packs: loadPacks(), population: POPULATION })
}
