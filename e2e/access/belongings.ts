import { randomUUID } from 'node:crypto'
import { passQuiz, studyCourse } from '../support/study.ts'
import type { Visitor } from '../support/visitor.ts'

/** Everything of a trainer that somebody else could guess at. */
export interface Belongings {
  readonly personId: string
  readonly enrollmentId: string
  /** Of the quiz that was passed. */
  readonly closedAttemptId: string
  readonly openAttemptId: string
  readonly recordId: string
  readonly recordCode: string
  readonly fileId: string
  readonly submissionId: string
  /** A credential that the trainer holds or declared. */
  readonly holdingId: string
}

const PASSED = { code: 'MSW', file: 'movement-screening.course.json' }
const OPEN = { code: 'ETH', file: 'professional-ethics.course.json' }

/** Passes a course, begins the quiz of another, hands in a card with its file. */
export async function settle(trainer: Visitor, today: string): Promise<Belongings> {
  const { api } = trainer
  const enrollmentId = await studyCourse(api, { ...PASSED, on: today })
  const closedAttemptId = await passQuiz(api, enrollmentId, PASSED)
  const openEnrollmentId = await studyCourse(api, { ...OPEN, on: today })
  const { attemptId: openAttemptId } = await api.mutate<{ attemptId: string }>('quizzes.start', {
    enrollmentId: openEnrollmentId,
  })
  const [record] = await api.query<readonly { id: string; code: string }[]>('records.list')
  if (!record) throw new Error('passing issued no record')
  const fileId = await upload(trainer, { name: 'card.pdf', purpose: 'card' })
  const { submissionId } = await api.mutate<{ submissionId: string }>('reviews.handInCard', {
    type: 'cpr-aed',
    issuer: 'AHA',
    issuedOn: today,
    validThrough: null,
    handsOn: true,
    fileId,
  })
  const { personId } = await api.query<{ personId: string }>('session.me')
  return {
    personId,
    enrollmentId: openEnrollmentId,
    closedAttemptId,
    openAttemptId,
    recordId: record.id,
    recordCode: record.code,
    fileId,
    submissionId,
    holdingId: await heldBy(trainer, today),
  }
}

async function heldBy({ api }: Visitor, today: string): Promise<string> {
  const [held] = await api.query<readonly { id: string }[]>('holdings.own')
  if (held) return held.id
  const stated = { credential: 'ISSA-CPT', certifiedOn: today, cycleStart: null, expiresOn: null, number: null }
  const { holdingId } = await api.mutate<{ holdingId: string }>('holdings.declare', {
    ...stated,
    fileId: null,
    replaces: null,
  })
  return holdingId
}

/** Hands in a file as evidence; answers its id. */
export async function upload(
  trainer: Visitor,
  { name, purpose }: { readonly name: string; readonly purpose: 'evidence' | 'card' },
): Promise<string> {
  const answer = await trainer.request.post(`${trainer.app}/files/evidence`, {
    headers: {
      Origin: trainer.app,
      'Content-Type': 'application/octet-stream',
      'X-File-Name': encodeURIComponent(name),
      'X-File-Purpose': purpose,
      'X-Command-Key': randomUUID(),
    },
    data: Buffer.from('%PDF-1.7 made for a test'),
  })
  if (answer.status() !== 201) throw new Error(`upload answered ${answer.status()}: ${await answer.text()}`)
  return ((await answer.json()) as { fileId: string }).fileId
}
