// The floor of a page: what Next itself costs for one dynamic answer.
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return new Response('hello')
}
