import type { Caller } from '../../server/bridge.ts'

type Attempt = Awaited<ReturnType<Caller['quizzes']['attempt']>>
export type OpenAttempt = Extract<Attempt, { state: 'open' }>
export type QuizQuestion = OpenAttempt['questions'][number]
export type QuizResult = Awaited<ReturnType<Caller['quizzes']['result']>>

export const resultHref = (attemptId: string): string => `/learn/quiz/${attemptId}/result`
