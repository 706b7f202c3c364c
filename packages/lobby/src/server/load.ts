import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { CallOrigin } from '../bridge/index.ts'

/** In whose name the page that is being made calls. */
export async function callOrigin(): Promise<CallOrigin> {
  const head = await headers()
  return {
    cookie: head.get('cookie') ?? undefined,
    requestId: head.get('x-gs-request-id') ?? '',
    ip: head.get('x-gs-ip') ?? '',
  }
}

/** The code of a refused call ("NOT_FOUND", "FORBIDDEN" …), or nothing for another error. */
export function refusalCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'TRPCError') return undefined
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/**
 * Waits for calls of a page: whoever is not signed in is sent to the sign-in page and back afterwards; what is not
 * there, and what this person may not see, is one and the same page.
 */
export async function load<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const code = refusalCode(error)
    if (code === 'UNAUTHORIZED') redirect(`/sign-in?next=${encodeURIComponent(await currentPath())}`)
    // What a page asks with comes from its address: an address that makes no sense is that of no page.
    if (code === 'NOT_FOUND' || code === 'FORBIDDEN' || code === 'BAD_REQUEST') notFound()
    throw error
  }
}

/** Path of the page that is being made, without its query. */
export const currentPath = async (): Promise<string> => (await headers()).get('x-gs-path') ?? '/'
