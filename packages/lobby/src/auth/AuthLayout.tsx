import type { ReactNode } from 'react'
import { Messages } from '../words/Messages.tsx'

/** The words of the sign-in family. */
export function AuthLayout({ children }: { children: ReactNode }) {
  return <Messages namespaces={['auth', 'shell']}>{children}</Messages>
}
