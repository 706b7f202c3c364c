/** Kinds of outside activity, as the rules tell them apart. */
export const OUTSIDE_KINDS = ['petition', 'presenting', 'speaking', 'committee', 'course'] as const
export type OutsideKind = (typeof OUTSIDE_KINDS)[number]

const CREDIT = 'credit '

/** The name of the field for the credits of a body's category. */
export const creditName = (packId: string, category: string): string => `${CREDIT}${packId} ${category}`

export interface ActivityFields {
  readonly kind: OutsideKind
  readonly title: string
  readonly provider: string
  readonly completedOn: string
  readonly credits: { packId: string; category: string; amount: string }[]
  readonly minutes: number | null
  readonly note: string | null
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** Reads the form: hours, or credits for each body; a comma is as good as a point. */
export function activityFields(form: FormData): ActivityFields {
  const byHours = form.get('ask') !== 'credits'
  const hours = Number(text(form, 'hours').replace(',', '.'))
  return {
    kind: OUTSIDE_KINDS.find((kind) => kind === form.get('kind')) ?? 'petition',
    title: text(form, 'title'),
    provider: text(form, 'provider'),
    completedOn: text(form, 'completedOn'),
    credits: byHours ? [] : creditsOf(form),
    minutes: byHours && hours > 0 ? Math.round(hours * 60) : null,
    note: text(form, 'note') || null,
  }
}

const creditsOf = (form: FormData): ActivityFields['credits'] =>
  [...form].flatMap(([name, value]) => {
    const amount = typeof value === 'string' ? value.trim().replace(',', '.') : ''
    if (!name.startsWith(CREDIT) || amount === '' || Number(amount) === 0) return []
    const [packId = '', category = ''] = name.slice(CREDIT.length).split(' ')
    return [{ packId, category, amount }]
  })
