'use client'

import { PageError, type PageErrorProps } from './PageError.tsx'

/** A page that failed outside every frame. */
export const RootError = (props: PageErrorProps) => (
  <main>
    <PageError {...props} />
  </main>
)
