import { SignOutPage, signOutMetadata } from '@gs/lobby/auth'
import { serverCaller } from '../../../server/caller.ts'

export const generateMetadata = signOutMetadata

export default async function Page() {
  return <SignOutPage api={await serverCaller()} />
}
