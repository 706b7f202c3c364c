/** The schema of the queue's own tables, which belong to no organisation. */
export const QUEUE_SCHEMA = 'pgboss'

/** Every job there is. A job of another name is refused when it is put in. */
export const QUEUES = [
  'mail',
  'standings.clock',
  'standings.recompute',
  'quizzes.close-expired',
  'reminders.owed',
  'plans.flow',
  'plans.unit',
  'checks.nightly',
] as const
export type QueueName = (typeof QUEUES)[number]
