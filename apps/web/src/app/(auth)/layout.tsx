import type { ReactNode } from 'react'
import { Messages } from '../../i18n/Messages.tsx'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Messages namespaces={['auth', 'shell']}>{children}</Messages>
}
