/** Kinds of activity that the desk offers. */
export const DESK_KINDS = ['course', 'petition', 'certification', 'presenting', 'speaking', 'committee'] as const
export type DeskKind = (typeof DESK_KINDS)[number]

export interface CreditField {
  readonly packId: string
  readonly category: string
  readonly amount: string
}

/** What the form holds, as the API takes it. */
export interface AwardFields {
  readonly activity: string
  readonly activityType: DeskKind
  readonly completedOn: string
  readonly filedOn?: string
  readonly credits: CreditField[]
  readonly reason: string
  readonly notify: boolean
}

const CREDIT = 'credit '

/** The name of the field for the credits of a body's category. */
export const creditName = (packId: string, category: string): string => `${CREDIT}${packId} ${category}`

/** The filled-in credits of a form; a comma is as good as a point. */
export function creditsOf(form: FormData): CreditField[] {
  return [...form].flatMap(([name, value]) => {
    const amount = typeof value === 'string' ? value.trim().replace(',', '.') : ''
    if (!name.startsWith(CREDIT) || amount === '' || Number(amount) === 0) return []
    const [packId = '', category = ''] = name.slice(CREDIT.length).split(' ')
    return [{ packId, category, amount }]
  })
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** Reads the award form. */
export function fieldsOf(form: FormData): AwardFields {
  const filedOn = text(form, 'filedOn')
  return {
    activity: text(form, 'activity'),
    activityType: DESK_KINDS.find((kind) => kind === form.get('activityType')) ?? 'course',
    completedOn: text(form, 'completedOn'),
    ...(filedOn ? { filedOn } : {}),
    credits: creditsOf(form),
    reason: text(form, 'reason'),
    notify: form.has('notify'),
  }
}
