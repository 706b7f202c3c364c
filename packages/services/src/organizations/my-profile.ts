import { command, ownScope, read, refuse, type ServiceContext } from '../kernel/index.ts'

export interface MyProfile {
  readonly givenName: string
  readonly familyName: string
  readonly email: string
  readonly unitName: string
  readonly locale: 'en' | 'es'
  readonly timeZone: string
}

/** The own person, as the organisation knows it. */
export async function myProfile(ctx: ServiceContext): Promise<MyProfile> {
  const { orgId, personId } = ctx.actor
  return read(ctx, ownScope(ctx), async (tx) => {
    const { rows } = await tx.client.query<MyProfile>(
      `select p.given_name as "givenName", p.family_name as "familyName", p.email, u.name as "unitName", p.locale,
         p.time_zone as "timeZone"
       from people p join units u on u.org_id = p.org_id and u.id = p.unit_id where p.org_id = $1 and p.id = $2`,
      [orgId, personId],
    )
    const profile = rows[0]
    if (!profile) throw refuse('not-found', 'person.unknown')
    return profile
  })
}

export interface Preferences {
  readonly key: string
  readonly locale: 'en' | 'es'
  readonly timeZone: string
}

const isTimeZone = (zone: string): boolean => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC'

/** Sets the own language and time zone, for pages and mails alike. Refuses with `time-zone.unknown`. */
export async function setPreferences(ctx: ServiceContext, input: Preferences): Promise<Record<string, never>> {
  if (!isTimeZone(input.timeZone)) throw refuse('unprocessable', 'time-zone.unknown', { field: 'timeZone' })
  const { orgId, personId } = ctx.actor
  const call = { scope: ownScope(ctx), name: 'organizations.set-preferences', key: input.key, body: input }
  return command(ctx, call, async ({ tx, audit }) => {
    await tx.client.query('update people set locale = $3, time_zone = $4 where org_id = $1 and id = $2', [
      orgId,
      personId,
      input.locale,
      input.timeZone,
    ])
    await tx.client.query('select app.set_my_preferences($1, $2)', [input.locale, input.timeZone])
    audit({
      id: ctx.ids.next(),
      action: 'preferences.set',
      subjectKind: 'person',
      subjectId: personId,
      personId,
      after: { locale: input.locale, timeZone: input.timeZone },
    })
    return {}
  })
}
