import { notFound } from 'next/navigation'
import { load, serverCaller } from '../../server/caller.ts'
import type { Draft } from './draft-view.ts'

/** The draft for whoever may write it; for all others the editor does not exist. */
export async function editableDraft(courseId: string): Promise<Draft> {
  const api = await serverCaller()
  const { permissions } = await load(api.session.me())
  if (!permissions.includes('courses.write')) notFound()
  return load(api.courses.draft({ courseId }))
}
