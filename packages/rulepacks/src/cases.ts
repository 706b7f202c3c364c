import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** A case worked by hand: the facts as the shell takes them, and what every key of the answer must be. */
const goldenCase = z.looseObject({
  id: z.string(),
  rulePack: z.string(),
  story: z.string(),
  expected: z.record(z.string(), z.unknown()),
})
const goldenFile = z.strictObject({ cases: z.array(goldenCase) })

export type GoldenCase = z.infer<typeof goldenCase>
export type GoldenFile = z.infer<typeof goldenFile>

/** The golden cases beside a pack of the product; empty where it has none. Throws where the file is unreadable. */
export function loadCases(id: string): readonly GoldenCase[] {
  const file = new URL(`./packs/${id}.cases.json`, import.meta.url)
  if (!existsSync(file)) return []
  return goldenFile.parse(JSON.parse(readFileSync(file, 'utf8'))).cases
}
