import { PERMISSIONS, reachOf } from '@gs/domain/organizations'
import { ownProcedure, router } from '../base/index.ts'

/** Who is signed in, where, and what the navigation may offer. */
export const sessionRouter = router({
  me: ownProcedure.query(({ ctx }) => {
    const { session } = ctx
    return {
      personId: session.actor.personId,
      name: session.personName,
      locale: session.actor.locale,
      timeZone: session.timeZone,
      organisation: { id: session.actor.orgId, name: session.orgName, isDemo: session.orgIsDemo },
      organisations: session.organisations,
      roles: [...new Set(session.actor.grants.map((grant) => grant.role))],
      permissions: PERMISSIONS.filter((permission) => reachOf(session.actor.grants, permission).length > 0),
    }
  }),
})
