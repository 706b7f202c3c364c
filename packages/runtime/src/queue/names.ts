/** The schema of the queue's own tables, which belong to no organisation. */
export const QUEUE_SCHEMA = 'pgboss'
