import { readFile } from 'node:fs/promises'

/** The content of the demo courses lies with the database package as data. */
const CONTENT = new URL('../../../db/src/seed/content/', import.meta.url)

export interface DemoCourse {
  readonly file: string
  readonly code: string
  readonly kind: 'specialization' | 'course'
  readonly credential: string | null
  /** Thousandths of a dollar, for whoever does not own it; made up for the demo. */
  readonly price: number
  /** Thousandths of each pack's unit, and whether a source gives the value. */
  readonly credits: readonly { readonly packId: string; readonly amount: number; readonly source: string | null }[]
}

const SEED_FACT = 'https://questions.askthetrainer.com/nasm-certification-continuing-education.html'
const CONTACT_HOURS = 'https://www.nasm.org/recertify/certified-sports-nutrition-coach-renewal'

const specialization = (file: string, code: string): DemoCourse => ({
  file,
  code,
  kind: 'specialization',
  credential: `NASM-${code}`,
  price: 799_000,
  credits: [
    { packId: 'nasm-cpt', amount: 1900, source: SEED_FACT },
    { packId: 'ace-cpt', amount: 1900, source: null },
    { packId: 'issa', amount: 19_000, source: null },
  ],
})

const workshop = (file: string, code: string, hours: number): DemoCourse => ({
  file,
  code,
  kind: 'course',
  credential: null,
  price: hours * 25_000,
  credits: [
    { packId: 'nasm-cpt', amount: hours * 100, source: CONTACT_HOURS },
    { packId: 'ace-cpt', amount: hours * 100, source: null },
    { packId: 'issa', amount: hours * 1000, source: null },
  ],
})

export const DEMO_COURSES: readonly DemoCourse[] = [
  specialization('ces.course.json', 'CES'),
  specialization('pes.course.json', 'PES'),
  workshop('movement-screening.course.json', 'MSW', 4),
  workshop('professional-ethics.course.json', 'ETH', 3),
]

/** The body of a demo course as it is published. */
export async function courseBody({ file }: DemoCourse): Promise<unknown> {
  return JSON.parse(await readFile(new URL(file, CONTENT), 'utf8'))
}
