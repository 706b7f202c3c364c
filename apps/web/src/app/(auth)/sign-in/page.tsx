import { SignInPage, signInMetadata } from '@gs/lobby/auth'
import type { PageAddress } from '@gs/lobby/server'
import { CredentialsLink } from '../../../features/credentials/CredentialsLink.tsx'
import { serverCaller } from '../../../server/caller.ts'

export const generateMetadata = signInMetadata

export default async function Page({ searchParams }: PageAddress) {
  return <SignInPage api={await serverCaller()} searchParams={searchParams} aside={<CredentialsLink />} />
}
