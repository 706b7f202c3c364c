import { compose, QUEUES, runProcess } from '@gs/runtime'
import { JOBS, SCHEDULES } from './jobs.ts'

await runProcess(async (env, closers) => {
  const runtime = await compose(env, { name: 'worker', worker: true, poolSize: 4 })
  await closers.add(runtime.stop)
  // Days may have passed while nothing ran: standings are right before anybody looks.
  await JOBS['standings.clock'](runtime, null)
  await JOBS['reminders.owed'](runtime, null)
  for (const name of QUEUES) await runtime.queue.work(name, (data) => JOBS[name](runtime, data))
  for (const { name, cron } of SCHEDULES) await runtime.queue.schedule(name, cron)
})
