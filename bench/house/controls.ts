import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Measured, measure } from './load.ts'

const LANES = 8

async function withClients<T>(url: string, work: (clients: readonly pg.Client[]) => Promise<T>): Promise<T> {
  const clients = Array.from({ length: LANES }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  try {
    return await work(clients)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

const at = (clients: readonly pg.Client[], lane: number): pg.Client => {
  const client = clients[lane]
  if (!client) throw new Error(`no client for lane ${lane}`)
  return client
}

/** The floor of a saved answer: a bare insert and its commit, eight clients. */
export async function bareInsert(ownerUrl: string): Promise<Measured> {
  return withClients(ownerUrl, async (clients) => {
    await at(clients, 0).query(
      'create schema bench; create table bench.bare (id uuid primary key, choice jsonb, saved_at timestamptz default now())',
    )
    const insert = { name: 'bare', text: 'insert into bench.bare (id, choice) values ($1, $2)' }
    const found = await measure((lane) => at(clients, lane).query({ ...insert, values: [randomUUID(), '["a"]'] }))
    await at(clients, 0).query('drop schema bench cascade')
    return found
  })
}

/** The floor of an award: its statements, each its own trip, eight clients and eight people. */
export async function bareAward(ownerUrl: string): Promise<Measured> {
  return withClients(ownerUrl, async (clients) => {
    const people = Array.from({ length: LANES }, () => randomUUID())
    const org = randomUUID()
    await at(clients, 0).query(`create schema bench;
      create table bench.keys (org uuid, key text, primary key (org, key));
      create table bench.heads (org uuid, person uuid, seq int, hash bytea, primary key (org, person));
      create table bench.entries (org uuid, person uuid, seq int, id uuid, payload bytea, hash bytea, primary key (org, person, seq));
      create table bench.audit (org uuid, id uuid, action text, after jsonb, primary key (org, id))`)
    for (const person of people)
      await at(clients, 0).query('insert into bench.heads values ($1, $2, 0, $3)', [org, person, Buffer.alloc(32)])
    const found = await measure(async (lane) => {
      const client = at(clients, lane)
      const person = people[lane]
      await client.query('begin')
      await client.query({ name: 'a1', text: "select set_config('app.org', $1, true)", values: [org] })
      await client.query({ name: 'a2', text: 'insert into bench.keys values ($1, $2)', values: [org, randomUUID()] })
      const { rows } = await client.query<{ seq: number; hash: Buffer }>({
        name: 'a3',
        text: 'select seq, hash from bench.heads where org = $1 and person = $2 for update',
        values: [org, person],
      })
      const seq = (rows[0]?.seq ?? 0) + 1
      const payload = Buffer.from(JSON.stringify([org, person, seq, 1900]))
      const hash = createHash('sha256')
        .update(rows[0]?.hash ?? '')
        .update(payload)
        .digest()
      await client.query({
        name: 'a4',
        text: `with entry as (insert into bench.entries values ($1, $2, $3, $4, $5, $6))
          update bench.heads set seq = $3, hash = $6 where org = $1 and person = $2`,
        values: [org, person, seq, randomUUID(), payload, hash],
      })
      await client.query({
        name: 'a5',
        text: "insert into bench.audit values ($1, $2, 'award', '{}')",
        values: [org, randomUUID()],
      })
      await client.query('commit')
    })
    await at(clients, 0).query('drop schema bench cascade')
    return found
  })
}

/** The floor of a list: its own SQL, eight clients, in a transaction with the scope set as the product does. */
export async function bareQuery(appUrl: string, opening: string, sql: string): Promise<Measured> {
  return withClients(appUrl, (clients) =>
    measure(async (lane) => {
      const client = at(clients, lane)
      await client.query(opening)
      await client.query(sql)
      await client.query('commit')
    }),
  )
}
