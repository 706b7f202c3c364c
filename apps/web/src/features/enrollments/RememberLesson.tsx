'use client'

import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '../../trpc/client.ts'

/** Keeps on the server which lesson was looked at last, so that any device goes on there. Shows nothing. */
export function RememberLesson({ enrollmentId, lesson }: { readonly enrollmentId: string; readonly lesson: string }) {
  const trpc = useTRPC()
  const [key] = useState(() => crypto.randomUUID())
  // Where it fails the place is a little older next time; nothing that was done is lost.
  const { mutate } = useMutation(trpc.enrollments.markLesson.mutationOptions())
  useEffect(() => mutate({ enrollmentId, lesson, mark: 'opened', key }), [mutate, enrollmentId, lesson, key])
  return null
}
