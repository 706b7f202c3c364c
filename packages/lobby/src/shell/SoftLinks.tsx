'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'
import { softAddress } from './soft-address.ts'

/**
 * Follows plain links without leaving the page, as the framework's own links do, by one listener for all of them: a long
 * list of plain `<a>` costs the server and the browser a fraction of as many components, and fetches nothing ahead. A line
 * over the page says when the next one is long in coming.
 */
export function SoftLinks() {
  const router = useRouter()
  const [going, start] = useTransition()
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const href = softAddress(event, window.location.href)
      if (href === undefined) return
      event.preventDefault()
      start(() => router.push(href))
    }
    // On the window: whatever handles its own links has had its turn.
    window.addEventListener('click', follow)
    return () => window.removeEventListener('click', follow)
  }, [router])
  return going ? <span aria-hidden className="going" /> : null
}
