import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'

/** Calls procedures of an app in the session of a browser context. */
export const procedures = (request: APIRequestContext, app: string) => ({
  async query<T>(path: string, input?: unknown): Promise<T> {
    const suffix = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
    return dataOf<T>(path, await request.get(`${app}/api/trpc/${path}${suffix}`))
  },
  /** Adds a fresh idempotency key. */
  async mutate<T>(path: string, input: Readonly<Record<string, unknown>>): Promise<T> {
    const data = { key: randomUUID(), ...input }
    return dataOf<T>(path, await request.post(`${app}/api/trpc/${path}`, { headers: { Origin: app }, data }))
  },
})

export type Procedures = ReturnType<typeof procedures>

async function dataOf<T>(path: string, answer: Awaited<ReturnType<APIRequestContext['get']>>): Promise<T> {
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${(await answer.text()).slice(0, 400)}`)
  return ((await answer.json()) as { result: { data: T } }).result.data
}
