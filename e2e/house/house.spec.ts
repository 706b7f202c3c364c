import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processesIn } from '@gs/runtime/embedded'
import { type House, openHouse } from '../support/house.ts'
import { expect, signIn, test } from '../support/test.ts'

interface Kept {
  readonly starter: { readonly pid: number }
  readonly children: readonly { readonly pid: number }[]
}

/** Every process of a house: the starter, what it started, and the database's. */
function processesOf({ dataDir }: House): readonly number[] {
  const kept: Kept = JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8'))
  return [kept.starter.pid, ...kept.children.map(({ pid }) => pid), ...processesIn(join(dataDir, 'postgres'))]
}

const isThere = (pid: number): boolean => existsSync(`/proc/${pid}/cwd`)

test('a house that is killed in the middle of use comes back with everything, and one that is ended leaves nothing', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const settings = { today: '2026-11-20' }
  const house = await openHouse(settings)
  try {
    await signIn(page, house.web, 'trainer@demo.test')
    await page.goto(house.web)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const before = processesOf(house)
    expect(before.length).toBeGreaterThan(5)
    for (const pid of before) process.kill(pid, 'SIGKILL')
    await expect.poll(() => before.filter(isThere)).toEqual([])

    await house.restart(settings)
    // Signed in as before: session, account and the secret that seals them were kept.
    await page.goto(`${house.web}/credits`)
    await expect(page).toHaveURL(`${house.web}/credits`)
    const after = processesOf(house)
    await house.close()
    expect(after.filter(isThere)).toEqual([])
  } finally {
    await house.close()
  }
})
