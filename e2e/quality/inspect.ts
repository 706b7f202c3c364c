import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import { watch } from '../support/test.ts'
import type { Visitor } from '../support/visitor.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }

/** What a change of colours alone can change. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Instead of the source of axe, where the page holds it already: sending it takes longer than what it does. */
const HELD = 'void 0'

/** The names of all message files: where one stands in a page followed by a key, a message is missing. */
const NAMESPACES = ['web', 'admin'].flatMap((app) =>
  readdirSync(join(import.meta.dirname, '../../apps', app, 'src/i18n/messages/en')).map((file) =>
    file.replace('.json', ''),
  ),
)
const MISSING = new RegExp(`\\b(?:${[...new Set(NAMESPACES)].join('|')})(?:\\.[a-z][A-Za-z]+){2,}\\b`, 'g')

/** Looks at pages as they come, and answers everything that should not be. */
export class Inspector {
  readonly #page: Page
  readonly #complaints: readonly string[]
  #heard = 0
  #holdsAxe = false

  constructor(page: Page) {
    this.#page = page
    const { complaints } = watch(page)
    const all = complaints as string[]
    this.#complaints = all
    page.on('response', (answer) => {
      if (answer.status() >= 400) all.push(`${answer.status()}: ${answer.url()}`)
    })
  }

  /** The page of an address in both widths and both appearances, judged by axe; then in Spanish, for its words. */
  async look(url: string): Promise<readonly string[]> {
    const page = this.#page
    const faults: string[] = []
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.setViewportSize(DESK)
    await this.#open(url, 'en')
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size)
      faults.push(...(await this.#overflow(size.width)))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const found = await this.#axe(colorScheme === 'light' ? undefined : COLOUR_RULES)
        faults.push(...found.map((fault) => `${size.width} ${colorScheme}: ${fault}`))
      }
    }
    faults.push(...(await this.#missing()))
    await this.#open(url, 'es')
    faults.push(...(await this.#missing()), ...(await this.#overflow(PHONE.width)), ...this.#since())
    return faults.map((fault) => `${new URL(url).pathname}: ${fault}`)
  }

  async #open(url: string, language: 'en' | 'es'): Promise<void> {
    await this.#page.context().addCookies([{ name: 'gs_locale', value: language, url }])
    // The first time everything may settle, so that what goes wrong late is heard too.
    await this.#page.goto(url, { waitUntil: language === 'en' ? 'networkidle' : 'load' })
    await expect(this.#page.locator('[data-waiting]')).toHaveCount(0)
    this.#holdsAxe = false
  }

  async #axe(rules?: readonly string[]): Promise<readonly string[]> {
    // One frame, so that the plain way will do: it takes a quarter of the time.
    const builder = new AxeBuilder({ page: this.#page, ...(this.#holdsAxe ? { axeSource: HELD } : {}) })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
    if (rules) builder.withRules([...rules])
    const { violations } = await builder.analyze()
    this.#holdsAxe = true
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`,
      )
  }

  async #overflow(width: number): Promise<readonly string[]> {
    const needed = await this.#page.evaluate(() => document.documentElement.scrollWidth)
    return needed > width ? [`${width}: scrolls sideways (${needed})`] : []
  }

  async #missing(): Promise<readonly string[]> {
    const text = `${await this.#page.title()} ${(await this.#page.locator('body').allInnerTexts()).join(' ')}`
    return (text.match(MISSING) ?? []).map((key) => `missing message ${key}`)
  }

  #since(): readonly string[] {
    const heard = this.#complaints.slice(this.#heard)
    this.#heard = this.#complaints.length
    return heard
  }
}

/** Who looks at the pages behind the sign-in, and who at those before it. */
export interface Inspectors {
  readonly member: Inspector
  readonly stranger: Inspector
}

/** One page each for all that a spec looks at: a new page would ask for every script again. */
export async function inspectors(browser: Browser, member: Visitor): Promise<Inspectors> {
  const storageState = await member.request.storageState()
  return {
    member: new Inspector(await browser.newPage({ storageState })),
    stranger: new Inspector(await browser.newPage()),
  }
}
