import { refusalCode } from '../server/load.ts'
import type { SharedCaller } from '../server/shared-caller.ts'

/** Who is signed in, for pages that are open to others too; nothing where nobody is. */
export async function signedIn(api: SharedCaller) {
  try {
    return await api.session.me()
  } catch (error) {
    if (refusalCode(error) === 'UNAUTHORIZED') return undefined
    throw error
  }
}
