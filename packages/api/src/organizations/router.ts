import { STAFF_ROLES } from '@gs/domain/organizations'
import {
  addUnit,
  changePerson,
  endSessionsOf,
  giveRole,
  invitePerson,
  listInvitations,
  listMails,
  listMembers,
  listSessions,
  listUnits,
  MAILS_A_PAGE,
  MEMBERS_A_PAGE,
  memberAccess,
  readMail,
  renameUnit,
  resendInvitation,
  restorePerson,
  suspendPerson,
  withdrawInvitation,
  withdrawRole,
} from '@gs/services/organizations'
import { z } from 'zod'
import {
  commandKey,
  id,
  mailingProcedure,
  pageNumber,
  router,
  searchText,
  staffProcedure,
  words,
} from '../base/index.ts'

const manager = staffProcedure('people.manage')
const role = z.enum(STAFF_ROLES)
const ofPerson = z.strictObject({ key: commandKey, personId: id })
const statusChange = z.strictObject({ key: commandKey, personId: id, reason: words(500) })

const invitation = z.strictObject({
  key: commandKey,
  email: z.email().max(320),
  givenName: words(100),
  familyName: words(100),
  unitId: id,
  role: role.nullable(),
  locale: z.enum(['en', 'es']),
})

/** People and their roles, units, invitations, sessions and mails: what an administrator answers for. */
export const organizationsAdminRouter = router({
  members: manager
    .input(z.strictObject({ search: searchText, show: z.enum(['staff', 'all', 'suspended']), page: pageNumber }))
    .query(async ({ ctx, input }) => ({
      ...(await listMembers(ctx.service, { ...input, search: input.search ?? '' })),
      pageSize: MEMBERS_A_PAGE,
    })),
  member: manager
    .input(z.strictObject({ personId: id }))
    .query(({ ctx, input }) => memberAccess(ctx.service, input.personId)),
  changePerson: manager
    .input(z.strictObject({ key: commandKey, personId: id, givenName: words(100), familyName: words(100), unitId: id }))
    .mutation(({ ctx, input }) => changePerson(ctx.service, input)),
  giveRole: manager
    .input(z.strictObject({ key: commandKey, personId: id, role, unitId: id }))
    .mutation(({ ctx, input }) => giveRole(ctx.service, input)),
  withdrawRole: manager
    .input(z.strictObject({ key: commandKey, grantId: id }))
    .mutation(({ ctx, input }) => withdrawRole(ctx.service, input)),
  suspend: manager.input(statusChange).mutation(({ ctx, input }) => suspendPerson(ctx.service, input)),
  restore: manager.input(statusChange).mutation(({ ctx, input }) => restorePerson(ctx.service, input)),
  sessions: manager.query(({ ctx }) => listSessions(ctx.service)),
  endSessions: manager.input(ofPerson).mutation(({ ctx, input }) => endSessionsOf(ctx.service, input)),
  units: manager.query(({ ctx }) => listUnits(ctx.service)),
  addUnit: manager
    .input(z.strictObject({ key: commandKey, parentId: id, name: words(100) }))
    .mutation(({ ctx, input }) => addUnit(ctx.service, input)),
  renameUnit: manager
    .input(z.strictObject({ key: commandKey, unitId: id, name: words(100) }))
    .mutation(({ ctx, input }) => renameUnit(ctx.service, input)),
  invitations: manager.query(({ ctx }) => listInvitations(ctx.service)),
  invite: mailingProcedure('people.manage')
    .input(invitation)
    .mutation(({ ctx, input }) => invitePerson(ctx.service, input)),
  withdrawInvitation: manager
    .input(z.strictObject({ key: commandKey, invitationId: id }))
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.service, input)),
  resendInvitation: mailingProcedure('people.manage')
    .input(z.strictObject({ key: commandKey, invitationId: id }))
    .mutation(({ ctx, input }) => resendInvitation(ctx.service, input)),
  mails: staffProcedure('mail.read')
    .input(z.strictObject({ page: pageNumber }))
    .query(async ({ ctx, input }) => ({ ...(await listMails(ctx.service, input)), pageSize: MAILS_A_PAGE })),
  mail: staffProcedure('mail.read')
    .input(z.strictObject({ mailId: id }))
    .query(({ ctx, input }) => readMail(ctx.service, input.mailId)),
})
