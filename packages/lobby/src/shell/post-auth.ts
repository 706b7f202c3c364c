/** Calls of the sign-in's own handler, which answers in front of the API. */
async function post(way: string, body: Readonly<Record<string, string>>): Promise<boolean> {
  const answer = await fetch(`/api/auth/${way}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.ok
}

/** Ends this session and leaves for the sign-in page. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/csrf')
  const { csrfToken }: { csrfToken: string } = await answer.json()
  if (await post('signout', { csrfToken })) window.location.assign('/sign-in')
}

/** Goes on in another organisation of the same account, from the start: no page of the one before stays. */
export async function switchTo(orgId: string): Promise<void> {
  if (await post('switch', { orgId })) window.location.assign('/')
}
