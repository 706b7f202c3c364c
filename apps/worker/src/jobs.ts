import type { QueueName, Runtime } from '@gs/runtime'
import { deliverMail } from '@gs/services/notifications'
import { flowPlansOn, planUnit } from '@gs/services/plans'
import { closeExpiredAttempts } from '@gs/services/quizzes'
import { sendOwedReminders } from '@gs/services/reminders'
import { recomputeStandings } from '@gs/services/rules'
import { moveStandingsOn } from '@gs/services/standings'
import { verifyStandings } from '@gs/services/verification'

type Handler = (runtime: Runtime, data: unknown) => Promise<void>

/** What is done for each job; a name without a handler does not compile. */
export const JOBS: Readonly<Record<QueueName, Handler>> = {
  mail: (runtime, data) =>
    deliverMail({ ...runtime, urls: { web: runtime.env.urlWeb, admin: runtime.env.urlAdmin } }, data),

  'standings.clock': async (runtime) => {
    const people = await moveStandingsOn(runtime)
    if (people > 0) runtime.logger.info({ people }, 'standings moved on')
  },

  'standings.recompute': async (runtime, data) => {
    const people = await recomputeStandings(runtime, data)
    runtime.logger.info({ people }, 'standings recomputed for a new version of a pack')
  },

  'quizzes.close-expired': async (runtime) => {
    const attempts = await closeExpiredAttempts(runtime)
    if (attempts > 0) runtime.logger.info({ attempts }, 'attempts whose time was over were submitted')
  },

  'reminders.owed': async (runtime) => {
    const { sent, held } = await sendOwedReminders(runtime)
    if (sent + held > 0) runtime.logger.info({ sent, held }, held > 0 ? 'reminders wait for release' : 'reminders sent')
  },

  'plans.flow': async (runtime) => {
    const plans = await flowPlansOn(runtime)
    if (plans > 0) runtime.logger.info({ plans }, 'plans that fell behind were laid out again')
  },

  'plans.unit': (runtime, data) => planUnit(runtime, data),

  'checks.nightly': async (runtime) => {
    const { standings, differences, breaches } = await verifyStandings(runtime)
    const found = { standings, differences: differences.length, breaches: breaches.length }
    if (differences.length + breaches.length > 0) runtime.logger.error(found, 'the nightly check found differences')
    else runtime.logger.info(found, 'the nightly check found nothing')
  },
}

/** When jobs begin by themselves (UTC). Days begin at different hours in different zones: the clock job asks every hour. */
export const SCHEDULES: readonly { readonly name: QueueName; readonly cron: string }[] = [
  { name: 'standings.clock', cron: '2 * * * *' },
  // After the clock job of the hour; each zone has its quiet hours, so it asks every hour too.
  { name: 'reminders.owed', cron: '12 * * * *' },
  { name: 'quizzes.close-expired', cron: '* * * * *' },
  { name: 'plans.flow', cron: '23 4 * * *' },
  { name: 'checks.nightly', cron: '17 3 * * *' },
]
