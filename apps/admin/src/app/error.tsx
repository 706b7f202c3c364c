'use client'

import { PageError, type PageErrorProps } from '../features/shell/PageError.tsx'

export default function RootError(props: PageErrorProps) {
  return (
    <main>
      <PageError {...props} />
    </main>
  )
}
