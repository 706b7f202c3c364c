import { refusalCode } from '@gs/lobby/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { serverCaller } from '../../server/caller.ts'
import type { CredentialListed, CredentialPage } from './types.ts'

/** What anybody may read here; `too-many` where this address asks too often. A guessed code has no page. */
async function open<T>(call: Promise<T>): Promise<T | 'too-many'> {
  try {
    return await call
  } catch (error) {
    const code = refusalCode(error)
    if (code === 'TOO_MANY_REQUESTS') return 'too-many'
    if (code === 'NOT_FOUND' || code === 'BAD_REQUEST') notFound()
    throw error
  }
}

/** Read once a request: title and page ask for the same. */
export const readCredential = cache(
  async (code: string): Promise<CredentialPage | 'too-many'> => open((await serverCaller()).credentials.show({ code })),
)

/** Every credential with a page. */
export const readCredentials = cache(
  async (): Promise<readonly CredentialListed[] | 'too-many'> => open((await serverCaller()).credentials.list()),
)
