import { refusalCode, serverCaller } from '../../server/caller.ts'

/** Who is signed in, for pages that are open to others too; nothing where nobody is. */
export async function signedIn() {
  const api = await serverCaller()
  try {
    return await api.session.me()
  } catch (error) {
    if (refusalCode(error) === 'UNAUTHORIZED') return undefined
    throw error
  }
}
