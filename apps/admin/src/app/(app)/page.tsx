import { notFound, redirect } from 'next/navigation'
import { firstRoom } from '../../features/shell/navigation.ts'
import { load, serverCaller } from '../../server/caller.ts'

/** The console begins in the first room that is open to this person. */
export default async function Home() {
  const api = await serverCaller()
  const { permissions } = await load(api.session.me())
  const room = firstRoom(permissions)
  if (!room) notFound()
  redirect(room)
}
