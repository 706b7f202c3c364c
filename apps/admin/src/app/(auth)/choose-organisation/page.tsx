import { ChooseOrganisationPage, chooseOrganisationMetadata } from '@gs/lobby/auth'
import type { PageAddress } from '@gs/lobby/server'
import { serverCaller } from '../../../server/caller.ts'

export const generateMetadata = chooseOrganisationMetadata

export default async function Page({ searchParams }: PageAddress) {
  return <ChooseOrganisationPage api={await serverCaller()} searchParams={searchParams} />
}
