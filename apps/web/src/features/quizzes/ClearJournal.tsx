'use client'

import { useEffect } from 'react'
import { writeJournal } from './journal.ts'

/** Once an attempt is submitted this browser owes the server nothing for it. Shows nothing. */
export function ClearJournal({ attemptId }: { readonly attemptId: string }) {
  useEffect(() => writeJournal(window.localStorage, attemptId, []), [attemptId])
  return null
}
